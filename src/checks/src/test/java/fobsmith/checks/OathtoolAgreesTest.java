package fobsmith.checks;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.firmware.HandTurnedClock;
import fobsmith.firmware.Simulator;
import fobsmith.firmware.fob.FobDescription;
import fobsmith.firmware.fob.Profile;
import fobsmith.firmware.parts.Algorithm;
import fobsmith.oath.Base32;
import fobsmith.oath.Codes;
import fobsmith.oath.HmacAlgorithm;
import fobsmith.oath.Needed;
import fobsmith.oath.OtpProfile;
import fobsmith.oath.Seed;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Our codes, the simulated fob's codes and those of oathtool (OATH Toolkit, not ours) are the same. */
class OathtoolAgreesTest {
    private static final Path OATHTOOL = Path.of("/usr/bin/oathtool");
    private static final int ROUNDS = 60;

    @BeforeAll
    static void requireOathtool() {
        Needed.file(OATHTOOL, "oathtool");
    }

    @ParameterizedTest
    @EnumSource
    void showsTheSameCodesAtAnyTime(HmacAlgorithm algorithm) throws IOException, InterruptedException {
        var random = new Random(6238);
        for (int round = 0; round < ROUNDS; round++) {
            var bytes = new byte[10 + random.nextInt(55)];
            random.nextBytes(bytes);
            int digits = 6 + random.nextInt(3);
            int step = 10 * (1 + random.nextInt(9));
            var time = Instant.ofEpochSecond(random.nextLong(4_000_000_000L));
            var foreign = oathtool(algorithm, digits, step, time, bytes);
            assertThat(ours(algorithm, digits, step, time, bytes)).isEqualTo(foreign);
            assertThat(display(algorithm, digits, step, time, bytes)).isEqualTo(foreign);
        }
    }

    private static String ours(HmacAlgorithm algorithm, int digits, int step, Instant time, byte[] bytes) {
        try (var seed = Seed.adopt(bytes.clone())) {
            var profile = new OtpProfile.Totp(algorithm, digits, Duration.ofSeconds(step));
            return Codes.code(seed, profile, time).reveal();
        }
    }

    private static String display(HmacAlgorithm algorithm, int digits, int step, Instant time, byte[] bytes) {
        try (var simulator = new Simulator(new HandTurnedClock(time))) {
            var profile = new Profile(Algorithm.valueOf(algorithm.name()), digits, step);
            simulator.add(FobDescription.of("GAHT00000001").withProfile(profile), bytes);
            return simulator.get("GAHT00000001").display().display();
        }
    }

    private static String oathtool(HmacAlgorithm algorithm, int digits, int step, Instant time, byte[] bytes)
            throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        OATHTOOL.toString(),
                        "--totp=" + algorithm,
                        "--digits=" + digits,
                        "--time-step-size=%ds".formatted(step),
                        "--now=@" + time.getEpochSecond(),
                        "--base32",
                        new String(Base32.encode(bytes), US_ASCII))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var code = new String(process.getInputStream().readAllBytes(), US_ASCII).strip();
        assertThat(process.waitFor()).isZero();
        return code;
    }
}
