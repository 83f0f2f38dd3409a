package fobsmith.cli.token;

import fobsmith.cli.LinkOptions;
import fobsmith.cli.Output;
import fobsmith.cli.Surroundings;
import fobsmith.devices.TokenWatch;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;

@Command(
        name = "watch",
        mixinStandardHelpOptions = true,
        description = {
            "Say which tokens are plugged in and pulled out, until interrupted.",
            "A line for each; with --json each is an object with \"event\": plugged or pulled, or usable where a token",
            "tells its serial number that could not be opened when it was plugged in."
        })
final class TokenWatching implements Callable<Integer> {
    private static final long PAUSE_MILLIS = 500;

    private final Surroundings surroundings;
    private final Pause pause;

    @Mixin
    private LinkOptions links;

    @Mixin
    private Output output;

    TokenWatching(Surroundings surroundings) {
        this(surroundings, () -> Thread.sleep(PAUSE_MILLIS));
    }

    /** Looks again after each pause. */
    TokenWatching(Surroundings surroundings, Pause pause) {
        this.surroundings = surroundings;
        this.pause = pause;
    }

    /** The time between two looks. */
    @FunctionalInterface
    interface Pause {
        /**
         * Lasts until it is time for the next look.
         *
         * @throws InterruptedException where there is to be none
         */
        void await() throws InterruptedException;
    }

    record Event(String event, SeenToken token) {
        static Event of(TokenWatch.Change change) {
            var seen = SeenToken.of(change.token());
            return switch (change) {
                case TokenWatch.Change.Plugged _ -> new Event("plugged", seen);
                case TokenWatch.Change.Usable _ -> new Event("usable", seen);
                case TokenWatch.Change.Pulled _ -> new Event("pulled", seen);
            };
        }

        String line() {
            return "%-7s  %s".formatted(event, token.line());
        }
    }

    @Override
    public Integer call() {
        try (var bench = links.open(surroundings)) {
            var watch = bench.watch();
            while (true) {
                watch.look().stream().map(Event::of).forEach(event -> output.printLine(event, event.line()));
                pause.await();
            }
        } catch (InterruptedException e) {
            return ExitCode.OK;
        }
    }
}
