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
        name = "send",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"3:nothing waits to be sent"},
        description = {
            "Write the messages that the registry has not answered into a file: carry it there, for \"station receive\".",
            "Nothing changes here; sent twice, they are applied once."
        })
final class StationSend extends RegistryVerb {
    private static final int NOTHING_TO_DO = 3;

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "Made of mode 0600; must not exist.")
    private Path out;

    @Option(
            names = "--from",
            paramLabel = "N",
            description = "All messages from this number on, answered ones too: where the registry asks for it.")
    private @Nullable Long from;

    StationSend(Surroundings surroundings) {
        super(surroundings);
    }

    record Sent(String file, int messages) {}

    @Override
    public Integer call() {
        var mail = with((station, _) -> from == null
                ? station.ownStation().send()
                : station.ownStation().sendFrom(from));
        if (mail.isEmpty()) {
            output().print(new Sent(out.toString(), 0), "nothing waits to be sent");
            return NOTHING_TO_DO;
        }
        NewFile.write(out, mail.get().bytes());
        int messages = mail.get().messages();
        output().print(
                        new Sent(out.toString(), messages),
                        "%d messages in %s; at the registry: fobsmith station receive %s --letter FILE"
                                .formatted(messages, out, out));
        return ExitCode.OK;
    }
}
