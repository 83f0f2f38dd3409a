package fobsmith.cli.provision;

import fobsmith.cli.LinkOptions;
import fobsmith.cli.RegistryVerb;
import fobsmith.cli.SecretLine;
import fobsmith.cli.Surroundings;
import fobsmith.devices.TokenCredential;
import fobsmith.provisioning.Provisioned;
import fobsmith.provisioning.Provisioning;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "provision",
        mixinStandardHelpOptions = true,
        description = {
            "Give a token on the cable a fresh seed, set its clock, and see that it shows the right codes.",
            "Whatever is cut off on the way, the token ends proven or void; a void one is provisioned again.",
            "A credential that every token leaves the factory with is changed first."
        })
public final class ProvisionCommand extends RegistryVerb {
    @Parameters(
            arity = "0..1",
            paramLabel = "TOKEN",
            description = "Serial number or place, as \"token scan\" shows them; may be left out for the only one.")
    private @Nullable String token;

    @Mixin
    private OrderOptions order;

    @Mixin
    private HandsOptions hands;

    @Mixin
    private LinkOptions links;

    @Option(
            names = "--credential-file",
            paramLabel = "FILE",
            description = "File of mode 0600 whose first line is the token's credential (a Molto2's customer key),"
                    + " where it is neither the factory's nor in the registry.")
    private @Nullable Path credentialFile;

    @Option(
            names = "--forget-tries",
            description = "Try a credential although the token has told that few tries are left.")
    private boolean forgetTries;

    public ProvisionCommand(Surroundings surroundings) {
        super(surroundings);
    }

    /** The outcome as it is printed. */
    record Done(
            String serial,
            String model,
            String state,
            double clockWasOffSeconds,
            double clockErrorSeconds,
            double driftSeconds,
            boolean suspect) {

        static Done of(Provisioned provisioned) {
            var token = provisioned.token();
            return new Done(
                    token.serial().value(),
                    "%s %s".formatted(token.manufacturer(), token.model()),
                    token.state().text(),
                    provisioned.clockWasOffMillis() / 1000.0,
                    provisioned.clockErrorMillis() / 1000.0,
                    token.clock().driftMillis() / 1000.0,
                    token.suspect());
        }

        String text() {
            return "%s is %s: it shows the codes of its new seed; its clock is %+.1f s off%s"
                    .formatted(serial, state, driftSeconds, suspect ? ", more than a clock just set should be" : "");
        }
    }

    @Override
    public Integer call() {
        var done = Done.of(provision());
        output().print(done, done.text());
        return ExitCode.OK;
    }

    private Provisioned provision() {
        try (var bench = links.open(surroundings());
                var session = bench.open(Optional.ofNullable(token));
                var operator = hands.of(surroundings(), session.serial())) {
            return with((registry, actor) -> {
                if (forgetTries) {
                    var tokens = registry.physicalTokens();
                    tokens.forgetTries(tokens.remember(session.manufacturer(), session.model(), session.serial()));
                }
                var provisioning = new Provisioning(
                        registry, actor, surroundings().clock(), surroundings().randomness());
                var entered = credential();
                try {
                    return provisioning.run(session, order.order(), entered, operator);
                } finally {
                    entered.ifPresent(TokenCredential::close);
                }
            });
        }
    }

    private Optional<TokenCredential> credential() {
        if (credentialFile == null) {
            return Optional.empty();
        }
        var line = SecretLine.read(credentialFile, "credential");
        try {
            var bytes = new byte[line.length];
            for (int i = 0; i < line.length; i++) {
                bytes[i] = (byte) line[i];
            }
            return Optional.of(TokenCredential.adopt(bytes));
        } finally {
            Arrays.fill(line, '\0');
        }
    }
}
