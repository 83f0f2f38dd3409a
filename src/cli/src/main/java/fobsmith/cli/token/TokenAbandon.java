package fobsmith.cli.token;

import fobsmith.cli.CliException;
import fobsmith.cli.RegistryVerb;
import fobsmith.cli.Surroundings;
import fobsmith.registry.Attempt;
import fobsmith.registry.SerialNumber;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "abandon",
        mixinStandardHelpOptions = true,
        description = {
            "End an attempt to give a token a seed that was broken off, without the token: it becomes void.",
            "Provisioning the token again does so by itself."
        })
final class TokenAbandon extends RegistryVerb {
    @Parameters(paramLabel = "SERIAL")
    private String serial;

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why, for the journal.")
    private String reason;

    TokenAbandon(Surroundings surroundings) {
        super(surroundings);
    }

    record Abandoned(String serial, String begun, String stage) {}

    @Override
    public Integer call() {
        var number = SerialNumber.parse(serial);
        var attempt = with((registry, operator) -> {
            var open = registry.journal().findOpen(number).orElseThrow(() -> nothingOpen(number));
            registry.journal().abandon(operator, open, reason);
            return open;
        });
        output().print(
                        new Abandoned(number.value(), attempt.startedAt().toString(), Attempt.Stage.VOID.text()),
                        "the attempt to give %s a seed, begun at %s, is void".formatted(number, attempt.startedAt()));
        return ExitCode.OK;
    }

    private static CliException nothingOpen(SerialNumber serial) {
        return new CliException(
                "no attempt to give token %s a seed is open".formatted(serial),
                "\"fobsmith token list\" shows the state of every token");
    }
}
