package fobsmith.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

@Command(name = "clock", mixinStandardHelpOptions = true, description = "This machine's clock and the registry.")
final class ClockCommand extends Noun {
    static CommandLine tree(Surroundings surroundings) {
        return new CommandLine(new ClockCommand()).addSubcommand(new Accept(surroundings));
    }

    @Command(
            name = "accept",
            mixinStandardHelpOptions = true,
            description = "Take this machine's time as right although the registry has seen a later one; audited.")
    static final class Accept extends RegistryVerb {
        @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why, for the audit trail.")
        private String reason;

        Accept(Surroundings surroundings) {
            super(surroundings);
        }

        record Accepted(String time) {}

        @Override
        public Integer call() {
            var now = surroundings().clock().instant();
            try (var registry = options().open(surroundings())) {
                registry.acceptClock(surroundings().operatingSystemUser(), RegistryOptions.host(), reason);
            }
            output().print(new Accepted(now.toString()), "the registry goes by %s from now on".formatted(now));
            return ExitCode.OK;
        }
    }
}
