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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A simulated Nitrokey Pro on a link, or another product with its firmware, and what tests do with it; each test runs for all of
 * them. Nobody waits: the twin answers at once.
 */
@Timeout(60)
@ParameterizedClass
@EnumSource
abstract class NitrokeyRig {
    static final int PROFILE = 5;
    static final OtpProfile.Totp STANDARD = OtpProfile.Totp.STANDARD;

    /** For a report, where the twin is told to be silent. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    /** JUnit sets it before anything else. */
    @Parameter
    @SuppressWarnings("NullAway.Init")
    Product product;

    SimulatedNitrokey token;
    final Seed seed = Seed.adopt("12345678901234567890".getBytes(US_ASCII));
    final TokenCredential next = TokenCredential.adopt("another admin pin".getBytes(US_ASCII));

    abstract Links link();

    @BeforeEach
    final void start() {
        token = new SimulatedNitrokey(product);
    }

    @AfterEach
    final void close() {
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

    final void on(PluggedIn plugged, Work work) {
        try (var session = open(plugged)) {
            work.on(
                    session.require(SeedProfiles.class, "take a seed"),
                    session.require(CredentialLock.class, "be unlocked"),
                    session.require(CodeReader.class, "tell its codes"));
        }
    }

    final NitrokeyProSession open(PluggedIn plugged) {
        var port = plugged.port();
        assertThat(product.driver().recognises(port)).isTrue();
        var reports = HidReports.open(port.open(), PATIENCE);
        return NitrokeyProSession.open(
                new ReportPipe(reports, port.place(), Sessions.AT_ONCE), product.model(), new SecureRandom());
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
