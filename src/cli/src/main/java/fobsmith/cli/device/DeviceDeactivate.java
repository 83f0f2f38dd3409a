package fobsmith.cli.device;

import fobsmith.cli.RegistryVerb;
import fobsmith.cli.Surroundings;
import fobsmith.cli.token.TokenView;
import fobsmith.registry.Actor;
import fobsmith.registry.Registry;
import fobsmith.registry.SerialNumber;
import fobsmith.registry.Token;
import fobsmith.registry.User;
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
            "Take a device from its user. A fob becomes returned, a virtual device unassigned; a",
            "temporary device is deleted. No code is asked for: whoever holds the registry key may do",
            "it, and it is audited."
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
        return with((registry, operator) -> {
            var user = owner.find(registry, words);
            var before = registry.tokens().get(number);
            deactivate(registry, operator, user, number);
            registry.tokens()
                    .find(number)
                    .ifPresentOrElse(after -> tell(TokenView.of(registry, after)), () -> tell(before));
            return ExitCode.OK;
        });
    }

    private void tell(TokenView view) {
        output().print(view, text(view.serial(), view.state().text()));
    }

    /** A temporary device's row goes with it. */
    private void tell(Token deleted) {
        var serial = deleted.serial().value();
        output().print(new DeletedDevice(serial, "deleted"), text(serial, "deleted"));
    }

    private static String text(String serial, String state) {
        return "deactivated %s; it is %s now".formatted(serial, state);
    }

    private void deactivate(Registry registry, Actor operator, User user, SerialNumber number) {
        if (reason.isEmpty()) {
            registry.tokens().deactivate(operator, user, number);
        } else {
            registry.tokens().deactivate(operator, user, number, reason);
        }
    }
}
