package fobsmith.cli.device;

import fobsmith.cli.RegistryVerb;
import fobsmith.cli.Surroundings;
import fobsmith.cli.token.TokenView;
import fobsmith.registry.SerialNumber;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Parameters;

@Command(
        name = "unlock",
        mixinStandardHelpOptions = true,
        description = "End the pause that wrong codes have brought upon a device.")
final class DeviceUnlock extends RegistryVerb {
    @Parameters(paramLabel = "SERIAL", description = "Serial number, or ARN of a virtual device.")
    private String serial;

    DeviceUnlock(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    public Integer call() {
        var number = SerialNumber.parse(serial);
        var view = with((registry, operator) -> {
            registry.tokens().unlock(operator, number);
            return TokenView.of(registry, registry.tokens().get(number));
        });
        output().print(view, "unlocked " + view.serial());
        return ExitCode.OK;
    }
}
