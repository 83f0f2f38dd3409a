package fobsmith.devices.nitrokey;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.devices.CodeReader;
import fobsmith.devices.CredentialLock;
import fobsmith.devices.SeedProfiles;
import fobsmith.devices.TokenCredential;
import fobsmith.devices.hid.HidReports;
import fobsmith.devices.links.Links;
import fobsmith.devices.links.PluggedIn;
import fobsmith.firmware.usb.UsbFunction;
import fobsmith.oath.Codes;
import fobsmith.oath.OtpProfile;
import fobsmith.oath.Seed;
import java.security.SecureRandom;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;

/** A simulated Nitrokey Pro on a link, and what tests do with it. Nobody waits: the twin answers at once. */
@Timeout(60)
abstract class NitrokeyRig {
    static final int PROFILE = 5;
    static final OtpProfile.Totp STANDARD = OtpProfile.Totp.STANDARD;

    /** For a report, where the twin is told to be silent. */
    private static final Duration PATIENCE = Duration.ofMillis(500);

    final SimulatedNitrokey token = new SimulatedNitrokey();
    final Seed seed = Seed.adopt("12345678901234567890".getBytes(US_ASCII));
    final TokenCredential next = TokenCredential.adopt("another admin pin".getBytes(US_ASCII));

    abstract Links link();

    @AfterEach
    void close() {
        token.close();
        seed.close();
        next.close();
    }

    /** What is done with a session, by its abilities. */
    interface Work {
        void on(SeedProfiles profiles, CredentialLock lock, CodeReader codes);
    }

    final void over(UsbFunction device, Work work) {
        try (var plugged = link().plug(device)) {
            on(plugged, work);
        }
    }

    static void on(PluggedIn plugged, Work work) {
        try (var session = open(plugged)) {
            work.on(
                    session.require(SeedProfiles.class, "take a seed"),
                    session.require(CredentialLock.class, "be unlocked"),
                    session.require(CodeReader.class, "tell its codes"));
        }
    }

    static NitrokeyProSession open(PluggedIn plugged) {
        var port = plugged.port();
        assertThat(new NitrokeyProDriver(NitrokeyModel.PRO, new SecureRandom()).recognises(port))
                .isTrue();
        return NitrokeyProSession.open(
                HidReports.open(port.open(), PATIENCE), NitrokeyModel.PRO, Sessions.AT_ONCE, new SecureRandom());
    }

    static void unlock(CredentialLock lock) {
        try (var factory = lock.factoryCredential().orElseThrow()) {
            lock.unlock(factory);
        }
    }

    final void write(SeedProfiles profiles, Seed other) {
        profiles.write(PROFILE, STANDARD, other, "demo", token.clock);
    }

    final void assertCode(CodeReader codes, Seed of) {
        var now = token.clock.instant();
        assertThat(codes.readCode(PROFILE, STANDARD, now)).isEqualTo(Codes.code(of, STANDARD, now));
    }
}
