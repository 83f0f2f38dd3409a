package fobsmith.cli.station;

import fobsmith.cli.RegistryVerb;
import fobsmith.cli.Surroundings;
import fobsmith.registry.StationStanding;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "join",
        mixinStandardHelpOptions = true,
        description = "Take the registry of a letter for this station's own, once and for all.")
final class StationJoin extends RegistryVerb {
    @Parameters(paramLabel = "FILE", description = "What \"key export-station\" wrote at the registry.")
    private Path letter;

    @Option(
            names = "--fingerprint",
            paramLabel = "TEXT",
            defaultValue = "",
            description = "Of the registry's key, as its operator reads it out: refuse any other.")
    private String fingerprint;

    StationJoin(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    public Integer call() {
        StationStanding joined = with((station, operator) -> {
            station.ownStation().join(operator, letter, fingerprint);
            return station.ownStation().standing();
        });
        output().print(joined, StandingText.of(joined));
        return ExitCode.OK;
    }
}
