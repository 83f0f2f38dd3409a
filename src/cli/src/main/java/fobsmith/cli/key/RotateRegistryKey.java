package fobsmith.cli.key;

import fobsmith.cli.NewKeyOptions;
import fobsmith.cli.RegistryVerb;
import fobsmith.cli.Surroundings;
import fobsmith.registry.RegistryKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;

@Command(
        name = "registry",
        mixinStandardHelpOptions = true,
        description = {
            "Open the registry with another passphrase, key file or token from now on.",
            "The options without \"new\" name the key it has had so far. Backups keep the key of their time."
        })
final class RotateRegistryKey extends RegistryVerb {
    @Mixin
    private NewKeyOptions next;

    RotateRegistryKey(Surroundings surroundings) {
        super(surroundings);
    }

    record Rotated(String before, String after) {}

    @Override
    public Integer call() {
        var rotated = withKey((registry, operator, present) -> {
            try (var key = next.make(surroundings())) {
                registry.keys().rewrap(operator, present, key, RegistryKey.Cost.STANDARD);
                return new Rotated(present.provider(), key.provider());
            }
        });
        output().print(
                        rotated,
                        "the registry is opened by a new %s; the %s of before opens it no more"
                                .formatted(rotated.after, rotated.before));
        return ExitCode.OK;
    }
}
