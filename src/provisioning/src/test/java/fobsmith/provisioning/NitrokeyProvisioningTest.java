package fobsmith.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.devices.DeviceException;
import fobsmith.devices.TokenCredential;
import fobsmith.devices.nitrokey.NitrokeyModel;
import fobsmith.devices.nitrokey.NitrokeyProDriver;
import fobsmith.devices.nitrokey.NitrokeyProSession;
import fobsmith.devices.usb.UsbIpBus;
import fobsmith.firmware.flash.Flash;
import fobsmith.firmware.nitrokey.NitrokeyDescription;
import fobsmith.firmware.nitrokey.NitrokeyPro;
import fobsmith.firmware.usb.HidDevice;
import fobsmith.firmware.usbip.UsbIpServer;
import fobsmith.oath.HandTurnedClock;
import fobsmith.registry.AuditRecord;
import fobsmith.registry.PhysicalToken;
import fobsmith.registry.SerialNumber;
import fobsmith.registry.TestRegistry;
import fobsmith.registry.TokenState;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A token without a display, a button or a clock to read, which tells its codes over the cable. */
class NitrokeyProvisioningTest {
    private static final WriteOrder ORDER = WriteOrder.standard("bench");
    private static final String OWN_PIN = "a PIN of our own";

    @TempDir
    Path folder;

    private final HandTurnedClock clock = HandTurnedClock.atStepStart();
    private NitrokeyPro twin = twin(false);
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

    /** The PIN of the registry may be a leftover, and the last try belongs to who knows better. */
    @Test
    void theEnteredPinIsTriedBeforeTheSealedOne() {
        var physical = leaveOneTryAndSealAWrongPin();
        try (var entered = credential(OWN_PIN)) {
            var done = provision(ORDER, new EnteredCredential(Optional.of(entered), true));
            assertThat(done.token().state()).isEqualTo(TokenState.PROVEN);
        }
        assertThat(twin.state().adminTriesLeft()).isEqualTo(3);
        assertThat(station.registry.tokenCredentials().hasNext(physical)).isFalse();
    }

    @Test
    void aTokenThatHidesItsCodesIsProvenWithItsUserPin() {
        hideCodes();
        assertThatThrownBy(() -> provision(ORDER))
                .isInstanceOf(ProvisioningException.CodesLocked.class)
                .hasMessage("token NITROKEY-00005B3A gives its codes only to who enters its user PIN");
        assertThat(twin.state().slots()).isEmpty();
        assertThat(station.registry.tokens().find(SerialNumber.parse("NITROKEY-00005B3A")))
                .isEmpty();
        try (var pin = credential("123456")) {
            spendTwoTriesOfTheUserPin();
            assertThatThrownBy(() -> provision(ORDER, EnteredCredential.none().withCodes(pin)))
                    .isInstanceOf(DeviceException.Refused.class)
                    .hasMessage("no user PIN is tried: the token has 1 try left");
            var allowed = new EnteredCredential(Optional.empty(), Optional.of(pin), true);
            assertThat(provision(ORDER, allowed).token().state()).isEqualTo(TokenState.PROVEN);
        }
        assertThat(twin.state().userTriesLeft()).isEqualTo(3);
    }

    @Test
    void allowingTheLastTryOfTheUserPinSpendsNoneOfTheAdminPin() {
        hideCodes();
        leaveOneTryAndSealAWrongPin();
        spendTwoTriesOfTheUserPin();
        try (var pin = credential("123456")) {
            var allowed = new EnteredCredential(Optional.empty(), Optional.of(pin), true);
            assertThatThrownBy(() -> provision(ORDER, allowed))
                    .isInstanceOf(DeviceException.Refused.class)
                    .hasMessage("no admin PIN is tried: the token has 1 try left");
        }
        assertThat(twin.state().adminTriesLeft()).isEqualTo(1);
        assertThat(twin.state().userTriesLeft()).isEqualTo(3);
        assertThat(twin.state().slots()).isEmpty();
    }

    @Test
    void whatTheTokenToldOfItsAdminPinOutlivesTriesOfTheUserPin() {
        hideCodes();
        var physical = leaveOneTryAndSealAWrongPin();
        station.registry.physicalTokens().noteTriesLeft(physical, 1);
        spendTwoTriesOfTheUserPin();
        try (var pin = credential("123456")) {
            var allowed = new EnteredCredential(Optional.empty(), Optional.of(pin), true);
            assertThatThrownBy(() -> provision(ORDER, allowed)).isInstanceOf(ProvisioningException.FewTriesLeft.class);
        }
        assertThat(remembered().triesLeft()).isEqualTo(1);
        assertThat(allowedTries()).containsExactly("{\"credential\":\"codes\",\"triesLeft\":\"1\"}");
    }

    @Test
    void allowingTriesOfAUserPinThatHasThemAllIsNotWorthARecord() {
        hideCodes();
        try (var pin = credential("123456")) {
            provision(ORDER, new EnteredCredential(Optional.empty(), Optional.of(pin), true));
        }
        assertThat(allowedTries()).isEmpty();
    }

    private PhysicalToken remembered() {
        return station.registry.physicalTokens().remember("Nitrokey", "Pro", "NITROKEY-00005B3A");
    }

    private List<String> allowedTries() {
        return station.registry.audit().newest(100).stream()
                .filter(deed -> deed.action().equals("allow-tries"))
                .map(AuditRecord::detail)
                .toList();
    }

    private void spendTwoTriesOfTheUserPin() {
        try (var session = session();
                var wrong = credential("654321")) {
            for (int left = 2; left >= 1; left--) {
                assertThatThrownBy(() -> session.unlockCodes(wrong))
                        .isInstanceOf(DeviceException.WrongCredential.class);
            }
        }
    }

    private void hideCodes() {
        twin.close();
        twin = twin(true);
        server.unplug("1-1");
        server.plug("1-1", new HidDevice(twin.identity(), twin));
    }

    private NitrokeyPro twin(boolean codesBehindUserPin) {
        var description =
                NitrokeyDescription.of(NitrokeyDescription.FIRST_SERIAL).withCodesBehindUserPin(codesBehindUserPin);
        return NitrokeyPro.of(description, Flash.inMemory(), clock, new Random(3));
    }

    private PhysicalToken leaveOneTryAndSealAWrongPin() {
        try (var session = session();
                var factory = session.factoryCredential().orElseThrow();
                var own = credential(OWN_PIN);
                var wrong = credential("not the PIN of it")) {
            session.unlock(factory);
            session.changeCredential(own);
            for (int left = 2; left >= 1; left--) {
                assertThatThrownBy(() -> session.unlock(wrong)).isInstanceOf(DeviceException.WrongCredential.class);
            }
            var physical = station.registry
                    .physicalTokens()
                    .remember(session.manufacturer(), session.model(), session.serial());
            station.registry.tokenCredentials().sealNext(station.console, physical, bytes("a leftover PIN"));
            return physical;
        }
    }

    private static TokenCredential credential(String text) {
        return TokenCredential.adopt(bytes(text));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private Provisioned provision(WriteOrder order) {
        return provision(order, EnteredCredential.none());
    }

    private Provisioned provision(WriteOrder order, EnteredCredential entered) {
        try (var session = session()) {
            return new Provisioning(station.registry, station.console, clock, new SecureRandom())
                    .run(session, order, entered, new Nobody());
        }
    }

    private NitrokeyProSession session() {
        var port = UsbIpBus.at(server.address()).ports().getFirst();
        return new NitrokeyProDriver(NitrokeyModel.PRO, new SecureRandom()).open(port);
    }
}
