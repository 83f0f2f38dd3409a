package fobsmith.cli.device;

import fobsmith.cli.CodeResult;
import fobsmith.cli.Output;
import fobsmith.cli.RegistryOptions;
import fobsmith.cli.Surroundings;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;

@Command(
        name = "resync",
        mixinStandardHelpOptions = true,
        description = "Learn anew how far the clock of a user's device is off.")
final class DeviceResync implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private RegistryOptions options;

    @Mixin
    private UserAndCodes typed;

    @Mixin
    private Output output;

    DeviceResync(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        var serial = typed.serial();
        var codes = typed.codes();
        var outcome = options.with(surroundings, (registry, operator) -> {
            var user = registry.users().get(typed.user());
            return registry.typedCodes().resync(operator, user, serial, codes);
        });
        var result = CodeResult.require(serial, outcome);
        output.print(result, result.text("resynchronised"));
        return ExitCode.OK;
    }
}
