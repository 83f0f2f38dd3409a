package fobsmith.cli.device;

import fobsmith.cli.CodeResult;
import fobsmith.cli.Output;
import fobsmith.cli.RegistryOptions;
import fobsmith.cli.Surroundings;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;

@Command(name = "enable", mixinStandardHelpOptions = true, description = "Make a token in stock a user's MFA device.")
final class DeviceEnable implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private RegistryOptions options;

    @Mixin
    private UserAndCodes typed;

    @Mixin
    private Output output;

    DeviceEnable(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        var serial = typed.serial();
        var codes = typed.codes();
        var outcome = options.with(surroundings, (registry, operator) -> {
            var user = registry.users().get(typed.user());
            return registry.typedCodes().enable(operator, user, serial, codes);
        });
        var result = CodeResult.require(serial, outcome);
        output.print(result, result.text("enabled"));
        return ExitCode.OK;
    }
}
