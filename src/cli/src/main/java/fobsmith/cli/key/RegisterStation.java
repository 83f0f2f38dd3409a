package fobsmith.cli.key;

import fobsmith.cli.RegistryVerb;
import fobsmith.cli.Surroundings;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "register-station",
        mixinStandardHelpOptions = true,
        description = {
            "Take the messages of a write-only station from now on.",
            "Compare the fingerprint with what \"station init\" showed: whoever has the key's other half may write tokens."
        })
final class RegisterStation extends RegistryVerb {
    @Parameters(index = "0", paramLabel = "NAME", description = "What the station is to be called.")
    private String name;

    @Parameters(index = "1", paramLabel = "FILE", description = "Its public key, as \"station init\" wrote it.")
    private Path file;

    @Option(
            names = "--fingerprint",
            paramLabel = "TEXT",
            defaultValue = "",
            description = "Of the station's key, as its operator reads it out: refuse any other.")
    private String fingerprint;

    RegisterStation(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    public Integer call() {
        var station = with((registry, operator) -> registry.stations().register(operator, name, file, fingerprint));
        output().print(
                        station,
                        "station %d \"%s\" is registered, key %s\nnext: fobsmith key export-station %s --out FILE"
                                .formatted(station.number(), station.name(), station.fingerprint(), station.name()));
        return ExitCode.OK;
    }
}
