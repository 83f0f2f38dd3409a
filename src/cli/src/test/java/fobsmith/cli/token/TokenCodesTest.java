package fobsmith.cli.token;

import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.cli.Printed;
import fobsmith.cli.Terminal;
import fobsmith.devices.CredentialLock;
import fobsmith.devices.SeedProfiles;
import fobsmith.devices.TokenCredential;
import fobsmith.devices.TokenDrivers;
import fobsmith.devices.TokenScanner;
import fobsmith.devices.TokenSession;
import fobsmith.devices.TouchedProfiles;
import fobsmith.devices.ccid.CcidTiming;
import fobsmith.devices.ccid.CcidTransport;
import fobsmith.devices.usb.UsbIpBus;
import fobsmith.firmware.FactoryOrder;
import fobsmith.firmware.RunningSimulator;
import fobsmith.oath.Codes;
import fobsmith.oath.HandTurnedClock;
import fobsmith.oath.OtpProfile;
import fobsmith.oath.Seed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A simulated key with a code, a credential that wants a touch, and then a password. */
class TokenCodesTest {
    private static final OtpProfile.Totp STANDARD = OtpProfile.Totp.STANDARD;

    /** As ykman 4.0.9 was recorded to set a password. */
    private static final String SET_CODE = "0003000033731121bc0287ad5d42b9ad13383a371268348774084f3aa2d5a44bc428"
            + "75142503ab86b660f36916b59720cb4d2f66b9bc7b37";

    private final HandTurnedClock clock = HandTurnedClock.atStepStart();

    @Test
    void showsCodesAndWhyThereIsNone(@TempDir Path folder) throws IOException {
        var orders = List.of(FactoryOrder.of("yubikey", Optional.of("12345678"), 1, Optional.empty()));
        var setting = new RunningSimulator.Setting(List.of(), orders, 0, folder.resolve("control.json"), 0);
        try (var simulator = RunningSimulator.start(setting, clock);
                var seed = Seed.adopt("12345678901234567890".getBytes(StandardCharsets.US_ASCII))) {
            on(simulator, session -> {
                session.require(SeedProfiles.class, "take a seed").write(0, STANDARD, seed, "demo", clock);
                session.require(TouchedProfiles.class, "want a touch").writeTouched(1, STANDARD, seed, "other");
            });
            var code = Codes.code(seed, STANDARD, clock.instant()).reveal();
            assertThat(type(simulator, "token", "codes").ok().out())
                    .contains("demo:YUBIKEY-12345678      " + code)
                    .contains("somebody has to touch the token");
            assertThat(type(simulator, "token", "codes", "YUBIKEY-12345678", "--json")
                            .ok()
                            .out())
                    .contains("\"code\" : \"%s\"".formatted(code), "\"none\" : \"touch\"");
            on(simulator, session -> setPassword(session, "secret"));
            assertThat(type(simulator, "token", "codes").err()).contains("hint: give it with --credential-file");
            var file = Files.writeString(folder.resolve("password"), "secret\n");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            assertThat(type(simulator, "token", "codes", "--credential-file", file)
                            .ok()
                            .out())
                    .contains(code);
        }
    }

    /** Nobody is sent to look for a password that would not open it. */
    @Test
    void saysOfASolo2WithAPasswordThatNoneOpensIt(@TempDir Path folder) {
        var orders = List.of(FactoryOrder.of("solo2", Optional.empty(), 1, Optional.empty()));
        var setting = new RunningSimulator.Setting(List.of(), orders, 0, folder.resolve("control.json"), 0);
        try (var simulator = RunningSimulator.start(setting, clock)) {
            try (var bus = UsbIpBus.at(simulator.usbIpAddress().orElseThrow());
                    var card = CcidTransport.open(bus.ports().getFirst().open(), CcidTiming.USUAL)) {
                card.exchange(HexFormat.of().parseHex("00a4040007a0000005272101"));
                card.exchange(HexFormat.of().parseHex(SET_CODE));
            }
            assertThat(type(simulator, "token", "codes").err())
                    .contains("its firmware stays locked even with it", "hint: remove the password with that program")
                    .doesNotContain("--credential-file");
        }
    }

    private static void setPassword(TokenSession session, String text) {
        try (var password = TokenCredential.adopt(text.getBytes(StandardCharsets.UTF_8))) {
            session.require(CredentialLock.class, "have a password").changeCredential(password);
        }
    }

    private void on(RunningSimulator simulator, Consumer<TokenSession> work) {
        try (var bus = UsbIpBus.at(simulator.usbIpAddress().orElseThrow());
                var session = new TokenScanner(TokenDrivers.ALL, List.of(bus), clock).openOnly()) {
            work.accept(session);
        }
    }

    private Printed type(RunningSimulator simulator, Object... words) {
        var at = simulator.usbIpAddress().orElseThrow();
        var address = "%s:%d".formatted(at.getAddress().getHostAddress(), at.getPort());
        return new Terminal(clock, Map.of("FOBSMITH_USBIP", address)).type(words);
    }
}
