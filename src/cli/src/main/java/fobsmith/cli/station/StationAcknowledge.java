package fobsmith.cli.station;

import fobsmith.cli.RegistryVerb;
import fobsmith.cli.Surroundings;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Parameters;

@Command(
        name = "acknowledge",
        mixinStandardHelpOptions = true,
        description = {
            "Read a letter of the registry: what came of the messages, and how its tokens stand.",
            "A token that the registry did not take is void: provision it again."
        })
final class StationAcknowledge extends RegistryVerb {
    @Parameters(paramLabel = "FILE", description = "What \"station receive\" or \"key export-station\" wrote.")
    private Path letter;

    StationAcknowledge(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    public Integer call() {
        var answers = with((station, operator) -> station.ownStation().acknowledge(operator, letter));
        output().print(answers, AnswersText.of(answers));
        return ExitCode.OK;
    }
}
