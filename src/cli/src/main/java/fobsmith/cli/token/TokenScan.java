package fobsmith.cli.token;

import fobsmith.cli.LinkOptions;
import fobsmith.cli.Output;
import fobsmith.cli.Surroundings;
import fobsmith.devices.Candidate;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "scan",
        mixinStandardHelpOptions = true,
        description = "Show which tokens are plugged in, and why one cannot be used.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:there are tokens", "3:there is none"})
final class TokenScan implements Callable<Integer> {
    private static final int NOTHING_TO_DO = 3;

    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec;

    @Mixin
    private LinkOptions links;

    @Mixin
    private Output output;

    TokenScan(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** A candidate as it is printed. */
    record Seen(
            String place,
            String manufacturer,
            String model,
            @Nullable String serial,
            @Nullable Double clockSeconds,
            @Nullable String unusable,
            @Nullable String advice) {

        static Seen of(Candidate candidate) {
            return switch (candidate) {
                case Candidate.Usable(var place, var manufacturer, var model, var serial, var offset) ->
                    new Seen(place, manufacturer, model, serial, seconds(offset), null, null);
                case Candidate.Unusable(var place, var manufacturer, var model, var reason, var advice) ->
                    new Seen(place, manufacturer, model, null, null, reason, advice);
            };
        }

        private static @Nullable Double seconds(@Nullable Duration offset) {
            return offset == null ? null : offset.toMillis() / 1000.0;
        }

        List<String> cells() {
            return List.of(
                    place,
                    "%s %s".formatted(manufacturer, model),
                    serial == null ? "-" : serial,
                    clockSeconds == null ? "-" : "%+.0f s".formatted(clockSeconds),
                    unusable == null ? "" : "%s; %s".formatted(unusable, advice));
        }
    }

    @Override
    public Integer call() {
        try (var bench = links.open(surroundings)) {
            bench.faults()
                    .forEach(fault ->
                            spec.commandLine().getErr().printf("note: %s; %s%n", fault.getMessage(), fault.advice()));
            var seen = bench.scan().stream().map(Seen::of).toList();
            output.print(seen, List.of("PLACE", "MODEL", "SERIAL", "CLOCK", "UNUSABLE"), Seen::cells);
            return seen.isEmpty() ? NOTHING_TO_DO : ExitCode.OK;
        }
    }
}
