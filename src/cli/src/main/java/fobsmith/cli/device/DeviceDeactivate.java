package fobsmith.cli.device;

import fobsmith.cli.RegistryVerb;
import fobsmith.cli.Surroundings;
import fobsmith.cli.token.TokenView;
import fobsmith.registry.Actor;
import fobsmith.registry.Registry;
import fobsmith.registry.SerialNumber;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "deactivate",
        mixinStandardHelpOptions = true,
        description = {
            "Take a device from its user. A fob becomes returned, a virtual device unassigned.",
            "No code is asked for: whoever holds the registry key may do it, and it is audited."
        })
final class DeviceDeactivate extends RegistryVerb {
    private static final String WORDS = "[USER] SERIAL";

    @Mixin
    private Owner owner;

    @Parameters(
            arity = "1..2",
            paramLabel = WORDS,
            hideParamSyntax = true,
            description = "Whose device; its serial number, or ARN of a virtual device.")
    private List<String> words;

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            defaultValue = "",
            description = "Why, for the audit trail; name nobody in it.")
    private String reason;

    DeviceDeactivate(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    public Integer call() {
        var number = SerialNumber.parse(owner.others(words, 1, WORDS).getFirst());
        var view = with((registry, operator) -> {
            deactivate(registry, operator, number);
            return TokenView.of(registry, registry.tokens().get(number));
        });
        output().print(view, "deactivated %s; it is %s now".formatted(view.serial(), view.state()));
        return ExitCode.OK;
    }

    private void deactivate(Registry registry, Actor operator, SerialNumber number) {
        var user = owner.find(registry, words);
        if (reason.isEmpty()) {
            registry.tokens().deactivate(operator, user, number);
        } else {
            registry.tokens().deactivate(operator, user, number, reason);
        }
    }
}
