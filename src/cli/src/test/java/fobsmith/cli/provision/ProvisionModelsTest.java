package fobsmith.cli.provision;

import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.cli.Printed;
import fobsmith.cli.Terminal;
import fobsmith.devices.CredentialLock;
import fobsmith.devices.TokenCredential;
import fobsmith.devices.TokenDrivers;
import fobsmith.devices.TokenScanner;
import fobsmith.devices.usb.UsbIpBus;
import fobsmith.firmware.FactoryOrder;
import fobsmith.firmware.Outlet;
import fobsmith.firmware.RunningSimulator;
import fobsmith.oath.HandTurnedClock;
import fobsmith.registry.SerialNumber;
import fobsmith.registry.TestRegistry;
import fobsmith.registry.TokenState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A fresh token of each model is scanned and provisioned at the command line: simulated, on its real port. */
class ProvisionModelsTest {
    @TempDir
    private Path folder;

    private final HandTurnedClock clock = HandTurnedClock.atStepStart();
    private TestRegistry station;

    @BeforeEach
    void start() {
        station = new TestRegistry(folder, clock);
    }

    @AfterEach
    void stop() {
        station.close();
    }

    private RunningSimulator simulate(String model, String serial, Outlet outlet) {
        var order = FactoryOrder.of(model, Optional.of(serial), 1, Optional.empty());
        return RunningSimulator.start(
                new RunningSimulator.Setting(
                        List.of(), List.of(order.pluggedInto(outlet)), 0, folder.resolve("control.json"), 0),
                clock);
    }

    private Printed type(RunningSimulator simulator, Object... words) {
        var environment = new HashMap<String, String>();
        environment.put("FOBSMITH_REGISTRY", station.file().toString());
        simulator
                .usbIpAddress()
                .ifPresent(at -> environment.put(
                        "FOBSMITH_USBIP", "%s:%d".formatted(at.getAddress().getHostAddress(), at.getPort())));
        simulator
                .places()
                .values()
                .forEach(place ->
                        environment.put(place.startsWith("/") ? "FOBSMITH_SERIAL" : "FOBSMITH_SERIAL_TCP", place));
        return new Terminal(clock, environment).type(words);
    }

    private TokenState state(String serial) {
        return station.registry.tokens().get(SerialNumber.parse(serial)).state();
    }

    @ParameterizedTest
    @CsvSource({
        "yubikey,      12345678, Yubico YubiKey 5,    YUBIKEY-12345678",
        "canokey,      5A3B0001, CanoKeys CanoKey,    CANOKEY-5A3B0001",
        "nitrokey3,    0A11CE01, Nitrokey Nitrokey 3, NITROKEY3-0A11CE01",
        "solo2,        5010A20000000000000000000000CE01, SoloKeys Solo 2, SOLO2-5010A20000000000000000000000CE01",
        "nitrokey-pro, 00005b3a, Nitrokey Pro,        NITROKEY-00005B3A",
        "librem-key,   00005b3a, Purism Librem Key,   LIBREMKEY-00005B3A",
    })
    void aTokenThatTellsItsCodesIsProvenWithoutHands(String model, String serial, String name, String number) {
        try (var simulator = simulate(model, serial, new Outlet.UsbIp())) {
            assertThat(type(simulator, "token", "scan").ok().out()).contains(name, number);
            assertThat(type(simulator, "provision").status())
                    .as("without anybody's hands")
                    .isZero();
            assertThat(state(number)).isEqualTo(TokenState.PROVEN);
        }
    }

    @Test
    void aKeyMayBeToldToWantATouchBeforeEachCodeAndOthersAreRefused() {
        try (var simulator = simulate("yubikey", "12345678", new Outlet.UsbIp())) {
            var provisioned = type(simulator, "provision", "--touch");
            assertThat(provisioned.status()).as(provisioned.err()).isZero();
            assertThat(provisioned.err()).contains("touch the token each time it blinks: twice");
            assertThat(state("YUBIKEY-12345678")).isEqualTo(TokenState.PROVEN);
        }
        try (var simulator = simulate("nitrokey-pro", "00005b3a", new Outlet.UsbIp())) {
            assertThat(type(simulator, "provision", "--touch").err())
                    .contains("a Nitrokey Pro cannot ask for a touch before each code");
        }
    }

    /** As ykman sets it: passwords go into the key in UTF-8. */
    @Test
    void aKeyIsUnlockedByAPasswordWithLettersOfAnyKind() throws IOException {
        try (var simulator = simulate("yubikey", "12345678", new Outlet.UsbIp())) {
            setPassword(simulator, "schl\u00fcssel \u9375");
            assertThat(type(simulator, "provision").err()).contains("the registry does not know");
            var file = Files.writeString(folder.resolve("password"), "schl\u00fcssel \u9375\n");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            assertThat(type(simulator, "provision", "--credential-file", file).status())
                    .isZero();
            assertThat(state("YUBIKEY-12345678")).isEqualTo(TokenState.PROVEN);
        }
    }

    @Test
    void aTokenThatHidesItsCodesTakesItsUserPinFromAFile() throws IOException {
        var fleet = Files.writeString(
                folder.resolve("fleet.json"), "{\"tokens\":[{\"model\":\"nitrokey-pro\",\"codesNeedUserPin\":true}]}");
        try (var simulator = RunningSimulator.start(
                RunningSimulator.Setting.of(List.of(fleet), folder.resolve("control.json")), clock)) {
            assertThat(type(simulator, "provision").err()).contains("hint: give it with --user-pin-file");
            var file = Files.writeString(folder.resolve("pin"), "123456\n");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            assertThat(type(simulator, "provision", "--user-pin-file", file).status())
                    .isZero();
            assertThat(state("NITROKEY-00005B3A")).isEqualTo(TokenState.PROVEN);
        }
    }

    private static void setPassword(RunningSimulator simulator, String text) {
        try (var bus = UsbIpBus.at(simulator.usbIpAddress().orElseThrow());
                var session =
                        new TokenScanner(TokenDrivers.ALL, List.of(bus), HandTurnedClock.atStepStart()).openOnly();
                var password = TokenCredential.adopt(text.getBytes(StandardCharsets.UTF_8))) {
            session.require(CredentialLock.class, "have a password").changeCredential(password);
        }
    }

    @Test
    void aFlipperIsProvenByItsDisplay() {
        try (var simulator = simulate("flipper-zero", "5A11CE0027E18000", new Outlet.TcpSerial(0))) {
            assertThat(type(simulator, "token", "scan").ok().out())
                    .contains("Flipper Zero", "5A11CE0027E18000", "+0 s");
            var provisioned = type(simulator, "provision", "--simulated-hands", "--control", simulator.controlFile());
            assertThat(provisioned.ok().out()).contains("5A11CE0027E18000 is proven");
            assertThat(state("5A11CE0027E18000")).isEqualTo(TokenState.PROVEN);
        }
    }

    @Test
    void aSecondProfileOfAKeyIsARowOfItsOwn() {
        try (var simulator = simulate("yubikey", "12345678", new Outlet.UsbIp())) {
            assertThat(type(simulator, "provision").status()).isZero();
            assertThat(type(simulator, "provision").err()).contains("carries a seed already");
            assertThat(type(simulator, "provision", "--profile", "7").status()).isZero();
            assertThat(state("YUBIKEY-12345678:07")).isEqualTo(TokenState.PROVEN);
        }
    }
}
