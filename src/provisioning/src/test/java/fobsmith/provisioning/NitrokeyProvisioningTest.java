package fobsmith.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.devices.DeviceException;
import fobsmith.devices.nitrokey.NitrokeyProDriver;
import fobsmith.devices.nitrokey.NitrokeyProSession;
import fobsmith.devices.usb.UsbIpBus;
import fobsmith.firmware.flash.Flash;
import fobsmith.firmware.nitrokey.NitrokeyDescription;
import fobsmith.firmware.nitrokey.NitrokeyPro;
import fobsmith.firmware.usb.HidDevice;
import fobsmith.firmware.usbip.UsbIpServer;
import fobsmith.oath.HandTurnedClock;
import fobsmith.oath.OtpProfile;
import fobsmith.registry.CodePair;
import fobsmith.registry.SerialNumber;
import fobsmith.registry.TestRegistry;
import fobsmith.registry.TokenState;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A token without a display, a button or a clock to read, which tells its codes over the cable. */
class NitrokeyProvisioningTest {
    private static final WriteOrder ORDER = WriteOrder.standard("bench");

    @TempDir
    Path folder;

    private final HandTurnedClock clock = HandTurnedClock.atStepStart();
    private final NitrokeyPro twin = NitrokeyPro.of(
            NitrokeyDescription.of(NitrokeyDescription.FIRST_SERIAL), Flash.inMemory(), clock, new Random(3));
    private final UsbIpServer server = UsbIpServer.start(0);
    private TestRegistry station;

    @BeforeEach
    void open() {
        station = new TestRegistry(folder, clock);
        server.plug("1-1", new HidDevice(twin.identity(), twin));
    }

    @AfterEach
    void close() {
        server.close();
        station.close();
        twin.close();
    }

    @Test
    void isProvenWithoutAnybodyAndKeepsNoFactoryPin() {
        var first = provision(ORDER);
        assertThat(first.token().state()).isEqualTo(TokenState.PROVEN);
        assertThat(first.token().serial().value()).matches("NITROKEY-[0-9A-F]{8}");
        try (var session = session();
                var factory = session.factoryCredential().orElseThrow()) {
            assertThatThrownBy(() -> session.unlock(factory)).isInstanceOf(DeviceException.WrongCredential.class);
        }
        var second = provision(ORDER.intoSlot(7));
        assertThat(second.token().serial().value()).endsWith(":07");
        assertThat(twin.state().adminTriesLeft()).isEqualTo(3);
    }

    private Provisioned provision(WriteOrder order) {
        try (var session = session()) {
            return new Provisioning(station.registry, station.console, clock, new SecureRandom())
                    .run(session, order, EnteredCredential.none(), new Nobody());
        }
    }

    private NitrokeyProSession session() {
        var port = UsbIpBus.at(server.address()).ports().getFirst();
        return new NitrokeyProDriver(new SecureRandom()).open(port);
    }

    /** Whoever is asked to do anything here is asked in vain. */
    private static final class Nobody implements Operator {
        @Override
        public void act(String instruction) {
            throw new AssertionError("there is no button: " + instruction);
        }

        @Override
        public CodePair readCodes(SerialNumber serial, int slot, OtpProfile.Totp profile) {
            throw new AssertionError("there is no display");
        }

        @Override
        public void told(String progress) {}

        @Override
        public void codesWereWrong(int timesLeft) {
            throw new AssertionError("a token does not mistype");
        }
    }
}
