package fobsmith.cli.station;

import fobsmith.cli.NewFile;
import fobsmith.cli.RegistryVerb;
import fobsmith.cli.Surroundings;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "Show which registry this station writes for, both fingerprints, and what waits to be sent.")
final class StationShow extends RegistryVerb {
    @Option(names = "--out", paramLabel = "FILE", description = "Write the station's public key once more, here.")
    private @Nullable Path out;

    StationShow(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    public Integer call() {
        var standing = with((station, _) -> {
            if (out != null) {
                NewFile.write(out, station.ownStation().introduction());
            }
            return station.ownStation().standing();
        });
        output().print(standing, StandingText.of(standing));
        return ExitCode.OK;
    }
}
