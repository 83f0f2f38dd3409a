package fobsmith.cli.provision;

import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.cli.Printed;
import fobsmith.cli.Terminal;
import fobsmith.devices.usb.UsbIpBus;
import fobsmith.firmware.ControlClient;
import fobsmith.firmware.FactoryOrder;
import fobsmith.firmware.RunningSimulator;
import fobsmith.oath.HandTurnedClock;
import fobsmith.oath.OtpProfile;
import fobsmith.oath.Seed;
import fobsmith.registry.SerialNumber;
import fobsmith.registry.TestRegistry;
import fobsmith.registry.TokenState;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tokens on a cable at the command line: simulated ones, on a real USB/IP port. */
class ProvisionTest {
    private static final String SERIAL = "86590300000001";
    private static final String OTHER = "86590300000002";
    private static final SerialNumber NUMBER = SerialNumber.parse(SERIAL);

    @TempDir
    private Path folder;

    private final HandTurnedClock clock = HandTurnedClock.atStepStart();
    private TestRegistry station;
    private RunningSimulator simulator;
    private ControlClient hands;

    @BeforeEach
    void start() {
        station = new TestRegistry(folder, clock);
        var orders = List.of(FactoryOrder.of("molto2", Optional.of(SERIAL), 2, Optional.empty()));
        var setting = new RunningSimulator.Setting(List.of(), orders, 0, folder.resolve("control.json"), 0);
        simulator = RunningSimulator.start(setting, clock);
        hands = ControlClient.open(simulator.controlFile());
        hands.unplug(OTHER);
    }

    @AfterEach
    void stop() {
        hands.close();
        simulator.close();
        station.close();
    }

    private String address() {
        var usbIp = simulator.usbIpAddress().orElseThrow();
        return "%s:%d".formatted(usbIp.getAddress().getHostAddress(), usbIp.getPort());
    }

    private Printed type(Object... words) {
        return type(Reader.nullReader(), words);
    }

    private Printed type(Reader typed, Object... words) {
        var environment = Map.of("FOBSMITH_REGISTRY", station.file().toString(), "FOBSMITH_USBIP", address());
        return new Terminal(clock, environment, typed).type(words);
    }

    private Printed provision(Object... more) {
        var words = Stream.concat(
                Stream.of("provision", "--simulated-hands", "--control", simulator.controlFile()), Arrays.stream(more));
        return type(words.toArray());
    }

    private TokenState state() {
        return station.registry.tokens().get(NUMBER).state();
    }

    @Test
    void scanShowsWhatIsPluggedIn() {
        hands.shift(SERIAL, Duration.ofSeconds(-7));
        assertThat(type("token", "scan").ok().out()).matches("""
                PLACE +MODEL +SERIAL +CLOCK +UNUSABLE
                usbip 127.0.0.1:\\d+/1-1 +Token2 Molto2 +86590300000001 +-7 s
                """);
        var seen = type("token", "scan", "--json").ok().json().get(0);
        assertThat(seen.get("clockSeconds").asDouble()).isEqualTo(-7);
        assertThat(seen.get("unusable").isNull()).isTrue();
    }

    @Test
    void scanSaysWhyATokenCannotBeUsed() {
        var bus = UsbIpBus.at(simulator.usbIpAddress().orElseThrow());
        try (var _ = bus.ports().getFirst().open()) {
            var seen = type("token", "scan", "--json").ok().json().get(0);
            assertThat(seen.get("serial").isNull()).isTrue();
            assertThat(seen.get("unusable").asString()).isNotBlank();
            assertThat(seen.get("advice").asString()).isNotBlank();
        }
    }

    @Test
    void scanOfAnEmptyTableHasNothingToDo() {
        hands.unplug(SERIAL);
        assertThat(type("token", "scan").status()).isEqualTo(3);
    }

    @Test
    void provisionsTheOnlyTokenAndSaysSo() {
        var done = provision("--json").ok().json();
        assertThat(done.get("serial").asString()).isEqualTo(SERIAL);
        assertThat(done.get("state").asString()).isEqualTo("proven");
        assertThat(state()).isEqualTo(TokenState.PROVEN);
        assertThat(type("token", "show", SERIAL).ok().out()).contains("attempt  ", "proven");
        assertThat(type("token", "list").ok().out()).containsPattern("86590300000001 +proven +- +Token2 Molto2");
    }

    @Test
    void aPersonPressesAndTypesWhatTheTokenAsksFor() {
        var person = new Answers(List.of(this::pressUpArrow, () -> "12345", () -> "12345", this::code, this::nextCode));
        var printed = type(person, "provision", SERIAL);
        assertThat(printed.status()).as(printed.err()).isZero();
        assertThat(printed.err())
                .contains(
                        "press the up arrow on the token, then press Enter: ",
                        "code that token 86590300000001 shows for profile 0: ",
                        "a code is 6 to 10 digits",
                        "seed written; the clock was ");
        assertThat(printed.out())
                .startsWith("86590300000001 is proven: it shows the codes of its new seed; its clock is +0.5 s off");
    }

    private String pressUpArrow() {
        hands.pressUpArrow(SERIAL);
        return "";
    }

    private String code() {
        return hands.press(SERIAL, 0).display();
    }

    private String nextCode() {
        clock.turn(Duration.ofSeconds(30));
        return code();
    }

    @Test
    void aPersonWhoGoesAwayLeavesAVoidTokenAndIsToldSo() {
        var printed = type(new Answers(List.<Supplier<String>>of(this::pressUpArrow)), "provision");
        assertThat(printed.status()).isOne();
        assertThat(printed.err())
                .contains("fobsmith: nobody answers any more")
                .endsWith("hint: provision the token again before use\n");
        assertThat(type("token", "list").ok().out()).containsPattern("void .*provision it again before use");
        provision().ok();
    }

    @Test
    void aProfileWithASeedIsKeptUnlessToldOtherwise() {
        provision().ok();
        var refused = provision();
        assertThat(refused.status()).isOne();
        assertThat(refused.err()).isEqualTo("""
                        fobsmith: token 86590300000001 carries a seed already
                        hint: with --overwrite that seed is destroyed for ever; choose another --profile to keep it
                        """);
        assertThat(provision("--profile", "7", "--title", "bob").ok().out()).startsWith("86590300000001:07 is proven");
        clock.turn(Duration.ofMinutes(2));
        provision("--overwrite").ok();
    }

    @Test
    void whichOfTwoTokensHasToBeSaid() {
        hands.plug(OTHER);
        var refused = provision();
        assertThat(refused.status()).isOne();
        assertThat(refused.err()).contains("2 tokens to choose from: usbip ", "/1-1", "/1-2", "hint: say which one");
        assertThat(provision(OTHER).ok().out()).startsWith("86590300000002 is proven");
        assertThat(provision("usbip " + address() + "/1-1").ok().out()).startsWith("86590300000001 is proven");
    }

    @Test
    void whatTheModelCannotDoChangesNothing() {
        for (var impossible : List.of("--digits=7", "--step=45", "--algorithm=SHA512", "--profile=100")) {
            var refused = provision(impossible);
            assertThat(refused.status()).as(impossible).isOne();
            assertThat(refused.err()).as(impossible).contains("hint: choose another model, or ask less of this one");
        }
        assertThat(station.registry.tokens().find(NUMBER)).isEmpty();
    }

    @Test
    void aTokenIsSetAsideForNobodyElsesKey() throws IOException {
        var open = Files.writeString(folder.resolve("key"), "not the token's\n");
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(provision("--credential-file", open).err()).contains("credential file", "can be read by others");
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-------"));
        var refused = provision("--credential-file", open);
        assertThat(refused.status()).isOne();
        assertThat(refused.err())
                .contains("9 tries left", "hint: find out which credential")
                .doesNotContain("not the");
        assertThat(station.registry.tokens().find(NUMBER)).isEmpty();
    }

    @Test
    void aCredentialThatIsNoPlainTextIsNotTried() throws IOException {
        var file = Files.writeString(folder.resolve("key"), "key\t of a table\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        assertThat(provision("--credential-file", file).err())
                .contains("holds a control character", "nothing has been");
        assertThat(hands.molto2(SERIAL).triesLeft()).isEqualTo(10);
    }

    @Test
    void aServerThatIsGoneDoesNotHideTheOtherLinks() {
        var both = "127.0.0.1:1," + address();
        var environment = Map.of("FOBSMITH_REGISTRY", station.file().toString(), "FOBSMITH_USBIP", both);
        var scan = new Terminal(clock, environment).type("token", "scan");
        assertThat(scan.status()).isZero();
        assertThat(scan.out()).contains(SERIAL);
        assertThat(scan.err()).startsWith("note: there is no USB/IP server at 127.0.0.1:1; ");
    }

    @Test
    void aSixtySecondProfileIsProvenByItsOwnSteps() {
        assertThat(provision("--step", "60", "--digits", "8", "--algorithm", "SHA256")
                        .ok()
                        .out())
                .contains("is proven");
    }

    @Test
    void anAttemptThatWasBrokenOffCanBeGivenUpWithoutTheToken() {
        var physical = station.registry.physicalTokens().remember("Token2", "Molto2", SERIAL);
        var journal = station.registry.journal();
        try (var seed = Seed.random(20, new SecureRandom())) {
            var sealed = journal.seal(
                    station.console, physical, 0, NUMBER, OtpProfile.Totp.STANDARD, Optional.empty(), seed);
            journal.writing(station.console, sealed);
        }
        assertThat(type("token", "list").ok().out()).contains("provision it again");
        assertThat(type("token", "abandon", SERIAL, "--reason", "lost").ok().out())
                .startsWith("the attempt to give 86590300000001 a seed, begun at ");
        assertThat(state()).isEqualTo(TokenState.VOID);
        assertThat(type("token", "show", SERIAL).ok().out()).contains("void", "lost");
        assertThat(type("token", "abandon", SERIAL, "--reason", "again").err())
                .contains("no attempt to give token 86590300000001 a seed is open");
    }

    @Test
    void anAddressThatLeavesTheMachineIsRefused() {
        var refused = type("token", "scan", "--usbip", "192.0.2.1");
        assertThat(refused.status()).isOne();
        assertThat(refused.err()).contains("192.0.2.1:3240 is not on this machine", "--insecure-link");
        assertThat(type("token", "scan", "--usbip", "127.0.0.1:x").err()).contains("\"127.0.0.1:x\" is not HOST");
    }
}
