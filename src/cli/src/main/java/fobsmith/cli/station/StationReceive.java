package fobsmith.cli.station;

import fobsmith.cli.NewFile;
import fobsmith.cli.RegistryVerb;
import fobsmith.cli.ServiceName;
import fobsmith.cli.Surroundings;
import fobsmith.registry.StationAnswer;
import fobsmith.registry.StationInbox;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "receive",
        mixinStandardHelpOptions = true,
        description = {
            "At the registry: do what a station's messages say, each once and in order, and write the letter that answers.",
            "A file with a message that is missing, changed or another station's is refused whole."
        })
final class StationReceive extends RegistryVerb {
    @Parameters(paramLabel = "FILE", description = "What \"station send\" wrote.")
    private Path file;

    @Option(
            names = "--letter",
            paramLabel = "FILE",
            required = true,
            description = "Made of mode 0600, for \"station acknowledge\" at the station; must not exist.")
    private Path letter;

    @Mixin
    private ServiceName service;

    StationReceive(Surroundings surroundings) {
        super(surroundings);
    }

    /**
     * What came of it.
     *
     * @param repeated how many messages had been answered before
     */
    record Received(int station, String name, long repeated, List<StationAnswer> answers) {}

    @Override
    public Integer call() {
        NewFile.requireFree(letter);
        var received = with((registry, operator) -> {
            var inbox = registry.stationInbox();
            var done = inbox.receive(operator, file);
            NewFile.write(letter, inbox.answer(done, service.text()));
            return printable(done);
        });
        output().print(
                        received,
                        "station %d \"%s\": %s%s"
                                .formatted(
                                        received.station,
                                        received.name,
                                        AnswersText.of(received.answers),
                                        received.repeated == 0
                                                ? ""
                                                : "\n  %d of them were answered before".formatted(received.repeated)));
        return ExitCode.OK;
    }

    private static Received printable(StationInbox.Received done) {
        return new Received(done.station().number(), done.station().name(), done.repeated(), done.answers());
    }
}
