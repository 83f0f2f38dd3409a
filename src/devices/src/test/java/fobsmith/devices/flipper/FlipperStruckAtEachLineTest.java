package fobsmith.devices.flipper;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.devices.DeviceException;
import fobsmith.devices.serial.SerialLink;
import fobsmith.firmware.flipper.FlipperDescription;
import fobsmith.firmware.link.FaultyConsole;
import fobsmith.firmware.link.LinkFault;
import fobsmith.firmware.link.LinkFaults;
import fobsmith.firmware.parts.Terminal;
import fobsmith.oath.OtpProfile;
import fobsmith.oath.Seed;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A console whose answers are spoilt, come again or never come, at each line of a whole provisioning. */
@Timeout(60)
class FlipperStruckAtEachLineTest {
    private static final String SERIAL = FlipperDescription.FIRST_UID.toUpperCase(Locale.ROOT);
    /** Of an opening, an erasing that finds something, and a writing. */
    private static final int LINES = 12;

    private static final String UNANSWERED =
            "the Flipper on %s has not answered (device_info|date|totp \\w+) within 5000 ms".formatted(Scripts.PLACE);
    private static final String NO_PROMPT = "what answers on %s shows no prompt of a Flipper".formatted(Scripts.PLACE);
    private static final String NO_ANSWER_TO_THAT =
            "what answers on %s tells no serial number of a Flipper".formatted(Scripts.PLACE)
                    + "|the Flipper's list of tokens has gaps, or is none"
                    + "|the Flipper did not take the time"
                    + "|the Authenticator did not (delete token 1|take UTC as its time zone)"
                    + "|token 1 of the Authenticator is another than a moment ago"
                    + "|the Flipper went back to its prompt in the middle of a dialogue, as after a restart";

    private final SimulatedFlipper token = new SimulatedFlipper();
    private final Seed seed = Seed.adopt("12345678901234567890".getBytes(US_ASCII));

    @AfterEach
    void close() {
        token.close();
        seed.close();
    }

    /** Strikes one line, counted from 1. What the console says is there at once or never, so that nobody waits. */
    private static final class StruckAt implements SerialLink {
        private final LinkFaults faults = new LinkFaults();
        private final ByteArrayOutputStream said = new ByteArrayOutputStream();
        private final Terminal console;
        private final LinkFault fault;
        private final int struck;
        private int lines;

        StruckAt(Terminal console, LinkFault fault, int struck) {
            this.console = new FaultyConsole(console, faults);
            this.fault = fault;
            this.struck = struck;
            this.console.connect(said::writeBytes);
        }

        @Override
        public void write(byte[] bytes) {
            for (byte one : bytes) {
                if (one == '\r' && ++lines == struck) {
                    faults.on(new LinkFaults.Setting(fault, 1, Duration.ZERO));
                }
                console.receive(new byte[] {one});
            }
        }

        @Override
        public byte[] read(Duration timeout) {
            var news = said.toByteArray();
            said.reset();
            return news;
        }

        @Override
        public void close() {
            console.disconnect();
        }
    }

    /** Erases what is there, writes anew, and looks at the display. */
    private int provision(LinkFault fault, int struck) {
        var link = new StruckAt(token.twin, fault, struck);
        try (var session = FlipperSession.open(link, Scripts.PLACE, Scripts.TIMING)) {
            session.erase(0);
            session.write(0, OtpProfile.Totp.STANDARD, seed, "demo", token.clock);
        }
        assertThat(token.shown("demo:" + SERIAL)).isEqualTo(token.expected(seed, OtpProfile.Totp.STANDARD));
        return link.lines;
    }

    /** How many lines that takes with a Flipper that carries a seed. */
    private int lines() {
        provision(LinkFault.GARBAGE, 0);
        int lines = provision(LinkFault.GARBAGE, 0);
        assertThat(lines).isEqualTo(LINES);
        return lines;
    }

    /**
     * What has no prompt behind it is waited for. The first line searches for the prompt, which Control-C has brought before
     * that; what is too long, behind the seed, goes with the line that is erased there; half of a question is enough of it.
     */
    @ParameterizedTest
    @CsvSource({"GARBAGE, 12", "SHORT, 11", "OVERSIZED, 10", "SILENCE, 11"})
    void aSpoiltAnswerIsNamedWithItsPortAndTheNextAttemptSucceeds(LinkFault fault, int named) {
        assertThat(failures(fault))
                .hasSize(named)
                .allSatisfy((line, failure) -> assertThat(failure.getMessage())
                        .as("line %d", line)
                        .matches(line == 1 ? NO_PROMPT : UNANSWERED));
    }

    /** A list that repeats the list before it is right again. */
    @ParameterizedTest
    @CsvSource({"REPEATED, 10", "RESET, 11"})
    void anAnswerToSomethingElseIsNamedAndTheNextAttemptSucceeds(LinkFault fault, int named) {
        assertThat(failures(fault))
                .hasSize(named)
                .allSatisfy((line, failure) -> assertThat(failure.getMessage())
                        .as("line %d", line)
                        .matches(NO_ANSWER_TO_THAT + "|" + UNANSWERED));
    }

    /** By the line that was struck. Where there is none the display shows the codes of the seed. */
    private Map<Integer, DeviceException> failures(LinkFault fault) {
        int lines = lines();
        var failures = new TreeMap<Integer, DeviceException>();
        for (int at = 1; at <= lines; at++) {
            try {
                provision(fault, at);
            } catch (DeviceException e) {
                failures.put(at, e);
            }
            provision(fault, 0);
        }
        return failures;
    }
}
