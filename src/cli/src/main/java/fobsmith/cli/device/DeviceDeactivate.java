package fobsmith.cli.device;

import fobsmith.cli.Output;
import fobsmith.cli.RegistryOptions;
import fobsmith.cli.Surroundings;
import fobsmith.cli.token.TokenView;
import fobsmith.registry.SerialNumber;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "deactivate",
        mixinStandardHelpOptions = true,
        description = "Take a device from its user. A fob becomes returned, a virtual device unassigned.")
final class DeviceDeactivate implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private RegistryOptions options;

    @Mixin
    private Output output;

    @Parameters(index = "0", paramLabel = "USER")
    private String user;

    @Parameters(index = "1", paramLabel = "SERIAL", description = "Serial number, or ARN of a virtual device.")
    private String serial;

    DeviceDeactivate(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        var number = SerialNumber.parse(serial);
        var view = options.with(surroundings, (registry, operator) -> {
            registry.tokens().deactivate(operator, registry.users().get(user), number);
            return TokenView.of(registry, registry.tokens().get(number));
        });
        output.print(view, "deactivated %s; it is %s now".formatted(view.serial(), view.state()));
        return ExitCode.OK;
    }
}
