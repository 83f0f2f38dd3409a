package fobsmith.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.devices.Instruction;
import fobsmith.devices.flipper.FlipperDriver;
import fobsmith.devices.serial.TcpSerialBus;
import fobsmith.firmware.flash.Flash;
import fobsmith.firmware.flipper.Flipper;
import fobsmith.firmware.flipper.FlipperDescription;
import fobsmith.firmware.serial.TcpSerialPort;
import fobsmith.oath.HandTurnedClock;
import fobsmith.oath.OtpProfile;
import fobsmith.registry.CodePair;
import fobsmith.registry.SerialNumber;
import fobsmith.registry.TestRegistry;
import fobsmith.registry.TokenState;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A token without a lock, whose codes somebody reads from its display. */
class FlipperProvisioningTest {
    @TempDir
    Path folder;

    private final HandTurnedClock clock = HandTurnedClock.atStepStart();
    private final Flipper twin =
            Flipper.of(FlipperDescription.of(FlipperDescription.FIRST_UID, "Ferris"), Flash.inMemory(), clock);
    private final TcpSerialPort server = TcpSerialPort.open(0, twin);
    private TestRegistry station;

    @BeforeEach
    void open() {
        station = new TestRegistry(folder, clock);
    }

    @AfterEach
    void close() {
        server.close();
        station.close();
        twin.close();
    }

    @Test
    void isProvenByWhatSomebodyReadsAndItsClockIsPutRight() {
        twin.shift(Duration.ofHours(-2));
        var first = provision(WriteOrder.standard("bench"));
        assertThat(first.token().state()).isEqualTo(TokenState.PROVEN);
        assertThat(first.token().serial().value()).matches("[0-9A-F]{16}");
        assertThat(first.clockWasOffMillis()).isBetween(-7_201_000L, -7_199_000L);
        assertThat(first.clockErrorMillis()).isBetween(-1_000L, 1_000L);
        var second = provision(WriteOrder.standard("bench").intoSlot(7));
        assertThat(second.token().serial().value())
                .isEqualTo(first.token().serial().value() + ":07");
        assertThat(twin.state().entries()).hasSize(2);
    }

    private Provisioned provision(WriteOrder order) {
        var port = TcpSerialBus.at(server.address()).ports().getFirst();
        try (var session = new FlipperDriver().open(port)) {
            return new Provisioning(station.registry, station.console, clock, new SecureRandom())
                    .run(session, order, EnteredCredential.none(), new Reader());
        }
    }

    /** Reads the newest token, now and a time step later. */
    private final class Reader implements Operator {
        @Override
        public void act(Instruction instruction) {
            throw new AssertionError("there is nothing to be done: " + instruction);
        }

        @Override
        public CodePair readCodes(SerialNumber serial, int slot, OtpProfile.Totp profile) {
            int number = twin.state().entries().getLast().number();
            var first = twin.display(number).display();
            clock.turn(profile.timeStep());
            return CodePair.parse(first, twin.display(number).display());
        }

        @Override
        public void told(String progress) {}

        @Override
        public void codesWereWrong(int timesLeft) {
            throw new AssertionError("the first codes were right");
        }
    }
}
