package fobsmith.firmware.token2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.firmware.HandTurnedClock;
import fobsmith.firmware.usb.PowerLost;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Power fails before and within every flash operation of every command that has any, and the image is taken up again:
 * profiles and customer key are all as they were or all as they were to be, and the command can be given again.
 */
class Molto2PowerLossTest {
    private static final long UTC = Content.NOON.getEpochSecond();
    private static final String SEED = "12345678901234567890";
    private static final String LONGEST_SEED = "a seed of 63 bytes, so that it takes as many words as it may...";
    /** Of the profile that holds it: they are overwritten where it was cut short. */
    private static final int WORDS_OF_LONGEST_SEED = 18;

    private static final int CLEAN = 0;
    private static final int TEARS = 2;

    @TempDir
    Path folder;

    private final HandTurnedClock realTime = new HandTurnedClock(Content.NOON);

    /** A token that a host has opened. */
    record Bench(Molto2 token, Host host) {}

    /** A command to a token with a customer key of its own whose profiles 0 and 1 carry a seed and a title, and whose page is nearly full or not. */
    record Work(String name, boolean nearlyFull, Consumer<Bench> command) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Work> commands() {
        return Stream.of(
                work("a seed for an empty profile", bench -> bench.host.seed(2, LONGEST_SEED)),
                work("a seed over another", bench -> bench.host.seed(1, LONGEST_SEED)),
                work("the zero seed", bench -> bench.host.encrypted(0xC5, 1, 1, new byte[32])),
                work("a title", bench -> bench.host.title(1, "another")),
                work("a configuration", bench -> bench.host.config(1, UTC + 77, "03", "02", "08", "3c")),
                work("the time", bench -> bench.host.time(1, UTC + 77)),
                work("a deletion", bench -> bench.host.delete(1)),
                work("a right answer", bench -> bench.host.authenticate()),
                work("a wrong answer", Molto2PowerLossTest::answerWrongly),
                work("a new customer key", Molto2PowerLossTest::changeKey),
                work("a factory reset", Molto2PowerLossTest::resetToFactory),
                new Work("a seed that needs the other page", true, bench -> bench.host.seed(2, LONGEST_SEED)));
    }

    private static Work work(String name, Consumer<Bench> command) {
        return new Work(name, false, command);
    }

    private static void answerWrongly(Bench bench) {
        bench.host.send("804b080000");
        bench.host.answer(new byte[16]);
    }

    private static void changeKey(Bench bench) {
        changeKey(bench, "TOKEN2MOLTO1-KEY");
    }

    private static void changeKey(Bench bench, String key) {
        bench.host.customerKey(Host.sm4Key(key));
        bench.token.pressUpArrow();
    }

    private static void resetToFactory(Bench bench) {
        bench.host.send("8056000000");
        bench.token.pressUpArrow();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void isAsBeforeOrAsAfter(Work work, TestReporter reporter) {
        var start = start(work.nearlyFull);
        var before = Content.of(copy(start, "before"));
        var done = copy(start, "after");
        long operations = run(done, work.command);
        var after = Content.of(copy(done, "look"));
        assertThat(operations).isPositive();
        int old = 0;
        for (long cut = 0; cut < operations; cut++) {
            for (int tear = CLEAN; tear <= TEARS; tear++) {
                var content = cutAt(start, work, cut, tear);
                assertIsOneOf(content, before, after);
                old += content.equals(before) ? 1 : 0;
                assertIsOneOf(again(work), after, after);
            }
        }
        reporter.publishEntry(
                "power cuts in " + work, "%d, of which %d left all as before".formatted((1 + TEARS) * operations, old));
    }

    private static void assertIsOneOf(Content content, Content before, Content after) {
        assertThat(kept(content)).isIn(kept(before), kept(after));
        assertThat(content.clockErrorMillis()).isIn(before.clockErrorMillis(), after.clockErrorMillis());
        assertThat(content.tries()).isIn(8, 9, 10);
    }

    /** Profiles and customer key, which change together or not at all. */
    private static List<Object> kept(Content content) {
        return List.of(content.profiles(), content.key());
    }

    /** What is there after a cut; it stays in the image "cut". */
    private Content cutAt(Path start, Work work, long cut, int tear) {
        try (var token = Content.token(copy(start, "cut"), realTime)) {
            var bench = opened(token);
            arm(token, cut, tear);
            assertThatThrownBy(() -> work.command.accept(bench)).isInstanceOf(PowerLost.class);
            assertThatThrownBy(bench.host::info).isInstanceOf(PowerLost.class);
        }
        return Content.of(copy(image("cut"), "look"));
    }

    private static void arm(Molto2 token, long operation, int tear) {
        if (tear == CLEAN) {
            token.cutPowerBefore(operation);
        } else {
            token.cutPowerWithin(operation, new SplittableRandom(operation * TEARS + tear));
        }
    }

    private Content again(Work work) {
        run(image("cut"), work.command);
        return Content.of(image("cut"));
    }

    /** Flash operations of the command. */
    private long run(Path image, Consumer<Bench> command) {
        try (var token = Content.token(image, realTime)) {
            var bench = opened(token);
            long operations = token.flashOperations();
            command.accept(bench);
            return token.flashOperations() - operations;
        }
    }

    private static Bench opened(Molto2 token) {
        token.powerOn();
        var host = new Host(token);
        Content.open(host);
        return new Bench(token, host);
    }

    private Path start(boolean nearlyFull) {
        var image = image("start");
        run(image, bench -> {
            for (int profile = 0; profile < 2; profile++) {
                bench.host.config(profile, UTC);
                bench.host.seed(profile, SEED + profile);
                bench.host.title(profile, "title " + profile);
            }
            changeKey(bench, "another");
        });
        if (nearlyFull) {
            int writes = writesUntilThePageIsFull(copy(image, "full"));
            run(image, bench -> setTimes(bench, writes - 1));
        }
        return image;
    }

    private int writesUntilThePageIsFull(Path image) {
        try (var token = Content.token(image, realTime)) {
            var bench = opened(token);
            int writes = 0;
            long operations;
            do {
                operations = token.flashOperations();
                setTimes(bench, 1);
                writes++;
            } while (token.flashOperations() - operations < 50);
            return writes;
        }
    }

    private static void setTimes(Bench bench, int writes) {
        for (int i = 0; i < writes; i++) {
            bench.host.time(0, UTC);
        }
    }

    private Path image(String name) {
        return folder.resolve(name + ".flash");
    }

    private Path copy(Path image, String name) {
        try {
            return Files.copy(image, image(name), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The firmware starts again by itself, and finishes what was left; power fails at every operation of that too. */
    @Test
    void startsAgainWithoutBeingTakenApart() {
        var start = start(false);
        for (int recovery = 0; recovery < 40; recovery++) {
            try (var token = Content.token(copy(start, "cut"), realTime)) {
                var bench = opened(token);
                token.cutPowerWithin(15, new SplittableRandom(15));
                assertThatThrownBy(() -> bench.host.seed(2, LONGEST_SEED)).isInstanceOf(PowerLost.class);
                token.cutPowerWithin(recovery, new SplittableRandom(recovery));
                boolean cut = isCut(token);
                token.callOffPowerCut();
                token.powerOn();
                assertThat(token.press(0).blank()).isFalse();
                assertThat(token.press(2).blank()).isTrue();
                assertThat(bench.host.seed(2, LONGEST_SEED)).isEqualTo("6983");
                bench.host.authenticate();
                assertThat(bench.host.seed(2, LONGEST_SEED)).isEqualTo("9000");
                assertThat(token.press(2).blank()).isFalse();
                assertThat(cut).isEqualTo(recovery < WORDS_OF_LONGEST_SEED);
            }
        }
    }

    private static boolean isCut(Molto2 token) {
        try {
            token.powerOn();
            return false;
        } catch (PowerLost e) {
            return true;
        }
    }

    @Test
    void showsAgainAfterACutWithoutAnyoneOpeningItsCard() {
        try (var token = Content.token(start(false), realTime)) {
            var bench = opened(token);
            token.press(0);
            token.cutPowerBefore(0);
            assertThatThrownBy(() -> bench.host.delete(0)).isInstanceOf(PowerLost.class);
            assertThat(token.display().blank()).isTrue();
            assertThat(token.press(0).blank()).isFalse();
            assertThatThrownBy(bench.host::info).isInstanceOf(PowerLost.class);
        }
    }
}
