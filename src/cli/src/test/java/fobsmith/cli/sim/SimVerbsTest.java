package fobsmith.cli.sim;

import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.cli.Printed;
import fobsmith.cli.Terminal;
import fobsmith.firmware.RunningSimulator;
import fobsmith.firmware.flash.Flash;
import fobsmith.firmware.nitrokey.NitrokeyDescription;
import fobsmith.firmware.nitrokey.NitrokeyPro;
import fobsmith.oath.Codes;
import fobsmith.oath.HandTurnedClock;
import fobsmith.oath.OtpProfile;
import fobsmith.oath.Seed;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The verbs of {@code fobsmith sim} on a running simulator. */
class SimVerbsTest {
    private static final Path FLEET = Path.of("../../fixtures/sim/three-fobs.json");
    private static final String FOB = "GAHT00000001";

    @TempDir
    private Path folder;

    private final HandTurnedClock clock = HandTurnedClock.atStepStart();
    private RunningSimulator simulator;

    @BeforeEach
    void start() {
        simulator = RunningSimulator.start(
                RunningSimulator.Setting.of(List.of(FLEET), folder.resolve("control.json")), clock);
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private Printed sim(Object... words) {
        var all = Stream.of(Stream.of("sim"), Arrays.stream(words), Stream.of("--control", simulator.controlFile()));
        return new Terminal(clock, Map.of()).type(all.flatMap(part -> part).toArray());
    }

    /** The fixture's seed of this fob is twenty bytes 11 hexadecimal. */
    private static String codeAt(Instant time) {
        var bytes = new byte[20];
        Arrays.fill(bytes, (byte) 0x11);
        try (var seed = Seed.adopt(bytes)) {
            return Codes.code(seed, OtpProfile.Totp.STANDARD, time).reveal();
        }
    }

    @Test
    void showsTheDisplay() {
        assertThat(sim("show", FOB).ok().out()).isEqualTo(codeAt(clock.instant()) + "  (30 s left)\n");
        assertThat(sim("show", FOB, "--json").ok().json().get("secondsLeft").asInt())
                .isEqualTo(30);
        assertThat(sim("show", "2600000000003").ok().out()).isEqualTo("the display is blank\n");
    }

    @Test
    void turnsATokensClock() {
        var turned = sim("time", FOB, "--shift", "-90", "--json").ok().json();
        assertThat(turned.get("errorSeconds").asDouble()).isEqualTo(-90);
        assertThat(sim("show", FOB).ok().out())
                .startsWith(codeAt(clock.instant().minusSeconds(90)));
        assertThat(sim("time", FOB, "--set", "2030-01-01T00:00:00Z").ok().out())
                .startsWith("GAHT00000001 shows 2030-01-01T00:00:00Z");
    }

    @Test
    void changesTheRateOfATokensClock() {
        sim("drift", FOB, "--ppm", "100").ok();
        clock.turn(Duration.ofDays(10));
        var list = sim("list", "--json").ok().json();
        assertThat(list.size()).isEqualTo(3);
        assertThat(list.get(1).get("serial").asString()).isEqualTo(FOB);
        assertThat(list.get(1).get("errorSeconds").asDouble()).isEqualTo(86.4);
    }

    @Test
    void letsThingsGoWrong() {
        assertThat(sim("fault", FOB).ok().out()).isEqualTo("nothing is wrong with GAHT00000001\n");
        assertThat(sim("fault", FOB, "dead_battery").ok().out()).isEqualTo("GAHT00000001 has DEAD_BATTERY\n");
        assertThat(sim("show", FOB).ok().out()).isEqualTo("the display is blank\n");
        assertThat(sim("fault", FOB, "DEAD_BATTERY", "--mend").ok().out()).startsWith("nothing is wrong");
        assertThat(sim("fault", FOB, "GARBAGE").err()).contains("has no plug");
        assertThat(sim("fault", FOB, "DEAD_BATTERY", "--times", "1").status()).isEqualTo(2);
        assertThat(sim("fault", FOB, "SAD").err()).contains("unknown fault \"SAD\" (known are STOPPED_CLOCK, ");
    }

    @Test
    void spoilsWhatATokenSaysOverItsLink() {
        try (var key = NitrokeyPro.of(NitrokeyDescription.of("00005b3a"), Flash.inMemory(), clock, new Random(1))) {
            simulator.add(key);
            assertThat(sim("fault", "00005b3a", "garbage", "--times", "3").ok().out())
                    .isEqualTo("00005b3a has GARBAGE (3 times)\n");
            assertThat(sim("fault", "00005b3a", "DELAY", "--millis", "20", "--times", "2", "--json")
                            .ok()
                            .json()
                            .get("link")
                            .asString())
                    .isEqualTo("DELAY");
            assertThat(sim("fault", "00005b3a", "SILENCE").ok().out()).isEqualTo("00005b3a has SILENCE\n");
            assertThat(sim("fault", "00005b3a", "SILENCE", "--mend").ok().out())
                    .isEqualTo("nothing is wrong with 00005b3a\n");
        }
    }

    @Test
    void listsTokensAsATable() {
        assertThat(sim("list").ok().out())
                .matches("(?s)SERIAL +MODEL +CLOCK +OFF\n.*GAHT00000001 +display-only fob +\\S+Z +\\+0.0 s\n.*");
    }

    @Test
    void takesATokenWhoseSeedStandsInAFile() throws IOException {
        var seedFile = Files.writeString(
                folder.resolve("seed"), "CEIRCEIRCEIRCEIRCEIRCEIRCEIRCEIR\n", StandardCharsets.US_ASCII);
        var added = sim("add", "arn:aws:iam::123456789012:mfa/phone", "--seed-file", seedFile)
                .ok();
        assertThat(added.out()).startsWith("arn:aws:iam::123456789012:mfa/phone shows ");
        assertThat(sim("show", "arn:aws:iam::123456789012:mfa/phone").ok().out())
                .startsWith(codeAt(clock.instant()));
    }

    @Test
    void namesATokenThatIsNotThere() {
        var refused = sim("show", "NOBODYS-FOB");
        assertThat(refused.status()).isOne();
        assertThat(refused.err()).startsWith("fobsmith: ").contains("NOBODYS-FOB");
    }

    private Printed run(Object... words) {
        var all =
                Stream.concat(Stream.of("sim", "run", "--control", folder.resolve("other.json")), Arrays.stream(words));
        return new Terminal(clock, Map.of()).type(all.toArray());
    }

    @Test
    void saysWhatKeepsFreshTokensFromRunning() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var refused = run("--model", "molto2", "--usbip-port", taken.getLocalPort());
            assertThat(refused.status()).isOne();
            assertThat(refused.err())
                    .isEqualTo("fobsmith: port %d on 127.0.0.1 is busy or forbidden\nhint: choose another port with"
                                    .formatted(taken.getLocalPort())
                            + " --usbip-port, or end the program that listens there\n");
        }
        var noImage = Files.write(folder.resolve("86590300000001.flash"), new byte[7]);
        assertThat(run("--model", "molto2", "--usbip-port", "0", "--images", folder)
                        .err())
                .startsWith("fobsmith: ")
                .contains(noImage.toString());
        assertThat(run(FLEET, FLEET).err()).contains("is there already");
        assertThat(run("--model", "abacus").err()).contains("unknown model \"abacus\" (known are molto2, ");
        assertThat(run("--model", "molto2", "--serial", "7").err())
                .contains("token 7: serial \"7\" is not 14 letters and digits");
    }
}
