package fobsmith.cli.key;

import fobsmith.cli.NewFile;
import fobsmith.cli.RegistryVerb;
import fobsmith.cli.ServiceName;
import fobsmith.cli.Surroundings;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "export-station",
        mixinStandardHelpOptions = true,
        description = {
            "Write a letter to a station: the registry's public key, the station's number, serial, model and state of tokens.",
            "The first is for \"station join\", later ones for \"station acknowledge\"."
        })
final class ExportStation extends RegistryVerb {
    @Parameters(paramLabel = "NAME", description = "Which station.")
    private String name;

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "Made of mode 0600; must not exist.")
    private Path out;

    @Mixin
    private ServiceName service;

    ExportStation(Surroundings surroundings) {
        super(surroundings);
    }

    record Exported(String file, String registryFingerprint) {}

    @Override
    public Integer call() {
        NewFile.requireFree(out);
        var exported = with((registry, operator) -> {
            NewFile.write(out, registry.stations().export(operator, name, service.text()));
            return new Exported(
                    out.toString(), registry.stations().ownFingerprint().orElseThrow());
        });
        output().print(
                        exported,
                        "%s is for station \"%s\"; the registry's key has the fingerprint\n  %s\nthere: fobsmith station join %s"
                                .formatted(exported.file, name, exported.registryFingerprint, exported.file));
        return ExitCode.OK;
    }
}
