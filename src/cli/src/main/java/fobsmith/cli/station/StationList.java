package fobsmith.cli.station;

import fobsmith.cli.RegistryVerb;
import fobsmith.cli.Surroundings;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;

@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "At the registry: list its stations and how far their messages have come.")
final class StationList extends RegistryVerb {
    StationList(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    public Integer call() {
        var stations = with((registry, _) -> registry.stations().list());
        output().print(
                        stations,
                        List.of("NUMBER", "NAME", "MESSAGES", "REVOKED", "KEY"),
                        station -> List.of(
                                Integer.toString(station.number()),
                                station.name(),
                                Long.toString(station.lastSequence()),
                                station.revokedAt() == null
                                        ? "-"
                                        : station.revokedAt().toString(),
                                station.fingerprint()));
        return ExitCode.OK;
    }
}
