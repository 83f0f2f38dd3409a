package fobsmith.cli.token;

import fobsmith.cli.LinkOptions;
import fobsmith.cli.Output;
import fobsmith.cli.Surroundings;
import java.util.List;
import java.util.concurrent.Callable;
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

    @Override
    public Integer call() {
        try (var bench = links.open(surroundings)) {
            var notes = spec.commandLine().getErr();
            bench.noteNamed(notes);
            var seen = bench.scan().stream().map(SeenToken::of).toList();
            bench.remarks().forEach(remark -> notes.printf("note: %s%n", remark));
            if (seen.isEmpty()) {
                bench.noteOwn(notes);
            }
            output.print(seen, List.of("PLACE", "MODEL", "SERIAL", "CLOCK", "UNUSABLE"), SeenToken::cells);
            return seen.isEmpty() ? NOTHING_TO_DO : ExitCode.OK;
        }
    }
}
