package fobsmith.cli.device;

import fobsmith.cli.RegistryVerb;
import fobsmith.cli.Surroundings;
import fobsmith.cli.token.TokenView;
import fobsmith.registry.SerialNumber;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Parameters;

@Command(
        name = "deactivate",
        mixinStandardHelpOptions = true,
        description = "Take a device from its user. A fob becomes returned, a virtual device unassigned.")
final class DeviceDeactivate extends RegistryVerb {
    @Parameters(index = "0", paramLabel = "USER")
    private String user;

    @Parameters(index = "1", paramLabel = "SERIAL", description = "Serial number, or ARN of a virtual device.")
    private String serial;

    DeviceDeactivate(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    public Integer call() {
        var number = SerialNumber.parse(serial);
        var view = with((registry, operator) -> {
            registry.tokens().deactivate(operator, registry.users().get(user), number);
            return TokenView.of(registry, registry.tokens().get(number));
        });
        output().print(view, "deactivated %s; it is %s now".formatted(view.serial(), view.state()));
        return ExitCode.OK;
    }
}
