package fobsmith.cli.station;

import fobsmith.cli.NewFile;
import fobsmith.cli.RegistryVerb;
import fobsmith.cli.Surroundings;
import fobsmith.registry.Registry;
import fobsmith.registry.RegistryKey;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

@Command(
        name = "init",
        mixinStandardHelpOptions = true,
        description = {
            "Make the database and the key pair of a write-only station on this machine, where --registry names.",
            "Its own key is named as a registry's is: --key-file, a passphrase, or a PKCS#11 token."
        })
final class StationInit extends RegistryVerb {
    @Option(
            names = "--out",
            paramLabel = "FILE",
            required = true,
            description = "Made, with the station's public key, for \"key register-station\" at the registry.")
    private Path out;

    StationInit(Surroundings surroundings) {
        super(surroundings);
    }

    record Made(String database, String publicKey, String fingerprint) {}

    @Override
    public Integer call() {
        NewFile.requireFree(out);
        var made = make((path, key) -> {
            try (var station = Registry.createStation(
                    path,
                    key,
                    RegistryKey.Cost.STANDARD,
                    surroundings().clock(),
                    surroundings().randomness())) {
                var own = station.ownStation();
                NewFile.write(out, own.introduction());
                return new Made(path.toString(), out.toString(), own.standing().fingerprint());
            }
        });
        output().print(made, """
                Station %s is ready; its public key is in %s, fingerprint
                  %s
                At the registry: fobsmith key register-station NAME %s""".formatted(made.database, made.publicKey, made.fingerprint, made.publicKey));
        return ExitCode.OK;
    }
}
