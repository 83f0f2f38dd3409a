package fobsmith.cli.sim;

import fobsmith.cli.Surroundings;
import fobsmith.firmware.ControlClient;
import fobsmith.firmware.ControlFile;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which running simulator a command talks to. */
public final class ControlOptions {
    @Option(names = "--control", paramLabel = "FILE", description = "Control file of the simulator.")
    private @Nullable Path file;

    Path file(Surroundings surroundings) {
        return file != null ? file : ControlFile.usualPath(surroundings.environment());
    }

    /** The caller closes the client. */
    public ControlClient open(Surroundings surroundings) {
        return ControlClient.open(file(surroundings));
    }
}
