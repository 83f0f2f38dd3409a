package fobsmith.devices.nitrokey;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.devices.hid.FeatureReports;
import fobsmith.oath.HmacAlgorithm;
import fobsmith.oath.OtpProfile;
import fobsmith.oath.Seed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What is said here is, byte for byte, what the transcript of the model says, whose checksums are none of ours. */
class NitrokeyTranscriptTest {
    private static final Path FILE = Path.of("../../fixtures/models/nitrokey-pro/dialogue.transcript");

    /** Answers what the transcript answers, in its order; knows nothing else. */
    private static final class Transcript implements FeatureReports {
        private final Map<String, Deque<String>> answers = new HashMap<>();
        private final List<String> asked = new ArrayList<>();
        private String answer = "";

        Transcript() {
            try {
                Files.readAllLines(FILE).stream()
                        .filter(line -> !line.startsWith("#") && line.indexOf("->") > 0)
                        .map(line -> line.split("->", 2))
                        .forEach(line -> answers.computeIfAbsent(whole(line[0]), _ -> new ArrayDeque<>())
                                .add(whole(line[1])));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Two points stand for the zeros that are missing. */
        private static String whole(String shown) {
            var digits = shown.replace(" ", "");
            return digits.replace("..", "0".repeat(Math.max(0, 2 * LENGTH + 2 - digits.length())));
        }

        @Override
        public void set(byte[] report) {
            var request = HexFormat.of().formatHex(report);
            asked.add(request);
            assertThat(answers).containsKey(request);
            answer = Objects.requireNonNull(answers.get(request)).removeFirst();
        }

        @Override
        public byte[] get() {
            // A token that was asked nothing yet is ready.
            return answer.isEmpty() ? new byte[LENGTH] : HexFormat.of().parseHex(answer);
        }
    }

    /** The temporary password of the transcript: 41 to 59. */
    private static final class Alphabet extends SecureRandom {
        @Override
        public void nextBytes(byte[] bytes) {
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) (0x41 + i);
            }
        }
    }

    @Test
    void writesASlotAsTheTranscriptDoes() {
        var token = new Transcript();
        var otp = new OtpProfile.Totp(HmacAlgorithm.SHA1, 8, Duration.ofSeconds(30));
        try (var session = NitrokeyProSession.open(Sessions.pipe(token), NitrokeyModel.PRO, new Alphabet());
                var factory = session.factoryCredential().orElseThrow();
                var seed = Seed.adopt("12345678901234567890".getBytes(US_ASCII))) {
            session.unlock(factory);
            session.write(0, otp, seed, "RFC 6238", InstantSource.fixed(Instant.ofEpochSecond(59)));
        }
        assertThat(token.asked).hasSize(9);
    }
}
