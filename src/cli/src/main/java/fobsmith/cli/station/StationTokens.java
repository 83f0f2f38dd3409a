package fobsmith.cli.station;

import fobsmith.cli.RegistryVerb;
import fobsmith.cli.Surroundings;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;

@Command(
        name = "tokens",
        mixinStandardHelpOptions = true,
        description = {
            "List how the registry's tokens stood when it wrote the last letter that was read here.",
            "\"token list\" shows what this station wrote itself."
        })
final class StationTokens extends RegistryVerb {
    StationTokens(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    public Integer call() {
        var tokens = with((station, _) -> station.ownStation().knownTokens());
        output().print(
                        tokens,
                        List.of("SERIAL", "STATE", "MODEL"),
                        token -> List.of(
                                token.serial(), token.state(), "%s %s".formatted(token.manufacturer(), token.model())));
        return ExitCode.OK;
    }
}
