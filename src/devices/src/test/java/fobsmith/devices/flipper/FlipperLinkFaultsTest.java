package fobsmith.devices.flipper;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.devices.DeviceException;
import fobsmith.devices.links.Steered;
import fobsmith.firmware.Outlet;
import fobsmith.firmware.link.LinkFault;
import fobsmith.oath.HandTurnedClock;
import fobsmith.oath.OtpProfile;
import fobsmith.oath.Seed;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A console on a TCP port whose lines are spoilt over the control API. */
class FlipperLinkFaultsTest {
    private static final FlipperTiming HASTY =
            new FlipperTiming(Duration.ofMillis(100), Duration.ofMillis(500), Duration.ofSeconds(5));

    @TempDir
    Path folder;

    private final HandTurnedClock clock = HandTurnedClock.atStepStart();
    private final Seed seed = Seed.adopt("12345678901234567890".getBytes(US_ASCII));
    private Steered token;

    @BeforeEach
    void start() {
        token = Steered.start(folder, "flipper-zero", new Outlet.TcpSerial(0), clock);
    }

    @AfterEach
    void stop() {
        token.close();
        seed.close();
    }

    private FlipperSession session() {
        try (var bus = token.line()) {
            var port = bus.ports().getFirst();
            return FlipperSession.open(port.open(), port.place(), HASTY);
        }
    }

    private void write(FlipperSession session) {
        session.write(0, OtpProfile.Totp.STANDARD, seed, "demo", clock);
    }

    /** Of the line that lists the tokens; what has no prompt behind it is waited for. */
    @ParameterizedTest
    @CsvSource({
        "GARBAGE, LinkLost, the Flipper on serial tcp \\S+ has not answered totp ls within 500 ms",
        "SHORT, LinkLost, the Flipper on serial tcp \\S+ has not answered totp ls within 500 ms",
        "OVERSIZED, LinkLost, the Flipper on serial tcp \\S+ has not answered totp ls within 500 ms",
        "SILENCE, LinkLost, the Flipper on serial tcp \\S+ has not answered totp ls within 500 ms",
        "REPEATED, Refused, the Flipper did not take the time",
        "RESET, Malformed, 'the Flipper''s list of tokens has gaps, or is none'"
    })
    void aDialogueThatIsSpoiltEndsByNameAndCanStartOver(LinkFault fault, String type, String message) {
        try (var session = session()) {
            session.carriesSeed(0);
            // The first line asks what was asked before, so that the answer to that does as well.
            token.control().fault(token.serial(), fault, fault == LinkFault.REPEATED ? 2 : 1);
            assertThatThrownBy(() -> write(session))
                    .isInstanceOf(DeviceException.class)
                    .hasMessageMatching(message)
                    .extracting(thrown -> thrown.getClass().getSimpleName())
                    .isEqualTo(type);
        }
        assertThat(token.control().faults(token.serial()).link()).isNull();
        try (var session = session()) {
            session.erase(0);
            write(session);
            assertThat(session.carriesSeed(0)).isTrue();
        }
    }

    @Test
    void lateAnswersAreRead() {
        try (var session = session()) {
            session.carriesSeed(0);
            token.control().delay(token.serial(), Duration.ofMillis(50), 2);
            write(session);
            assertThat(session.carriesSeed(0)).isTrue();
        }
    }
}
