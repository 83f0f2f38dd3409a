package fobsmith.cli.key;

import fobsmith.cli.RegistryVerb;
import fobsmith.cli.Surroundings;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "revoke-station",
        mixinStandardHelpOptions = true,
        description = "Take nothing of a station any more, as when it was stolen; what was received before stays.")
final class RevokeStation extends RegistryVerb {
    @Parameters(paramLabel = "NAME", description = "Which station.")
    private String name;

    @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "For the audit trail.")
    private String reason;

    RevokeStation(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    public Integer call() {
        var station = with((registry, operator) -> registry.stations().revoke(operator, name, reason));
        output().print(
                        station,
                        "station %d \"%s\" is revoked; %d messages of it were received"
                                .formatted(station.number(), station.name(), station.lastSequence()));
        return ExitCode.OK;
    }
}
