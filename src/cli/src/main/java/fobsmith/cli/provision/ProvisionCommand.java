package fobsmith.cli.provision;

import fobsmith.cli.Bench;
import fobsmith.cli.LinkOptions;
import fobsmith.cli.RegistryVerb;
import fobsmith.cli.Surroundings;
import fobsmith.devices.DeviceException;
import fobsmith.devices.TokenCredential;
import fobsmith.devices.TokenSession;
import fobsmith.provisioning.EnteredCredential;
import fobsmith.provisioning.Provisioned;
import fobsmith.provisioning.Provisioning;
import fobsmith.provisioning.WriteOrder;
import java.io.PrintWriter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

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

    @Mixin
    private CredentialOptions credential;

    @Spec
    private CommandSpec spec;

    public ProvisionCommand(Surroundings surroundings) {
        super(surroundings);
    }

    /** The outcome as it is printed. */
    record Done(
            String serial,
            String model,
            String state,
            @Nullable Double clockWasOffSeconds,
            @Nullable Double clockErrorSeconds,
            double driftSeconds,
            boolean suspect) {

        static Done of(Provisioned provisioned) {
            var token = provisioned.token();
            return new Done(
                    token.serial().value(),
                    "%s %s".formatted(token.manufacturer(), token.model()),
                    token.state().text(),
                    provisioned.hasClock() ? provisioned.clockWasOffMillis() / 1000.0 : null,
                    provisioned.hasClock() ? provisioned.clockErrorMillis() / 1000.0 : null,
                    token.clock().driftMillis() / 1000.0,
                    token.suspect());
        }

        String text() {
            var shows = "%s is %s: it shows the codes of its new seed".formatted(serial, state);
            return clockErrorSeconds == null
                    ? shows
                    : "%s; its clock is %+.1f s off%s"
                            .formatted(
                                    shows, clockErrorSeconds, suspect ? ", more than a clock just set should be" : "");
        }
    }

    @Override
    public Integer call() {
        var done = Done.of(provision());
        output().print(done, done.text());
        return ExitCode.OK;
    }

    private Provisioned provision() {
        var what = order.order();
        var entered = credential.read();
        try (var bench = links.open(surroundings())) {
            bench.noteNamed(notes());
            return provision(bench, what, entered);
        } finally {
            entered.credential().ifPresent(TokenCredential::close);
            entered.codes().ifPresent(TokenCredential::close);
        }
    }

    private Provisioned provision(Bench bench, WriteOrder what, EnteredCredential entered) {
        try (var session = open(bench);
                var operator = hands.of(surroundings(), session.serial())) {
            return with((registry, actor) -> new Provisioning(
                            registry,
                            actor,
                            surroundings().clock(),
                            surroundings().randomness())
                    .run(session, what, entered, operator));
        }
    }

    private PrintWriter notes() {
        return spec.commandLine().getErr();
    }

    /** Where there is no token, a link that does not work may be the reason. */
    private TokenSession open(Bench bench) {
        try {
            return bench.open(Optional.ofNullable(token));
        } catch (DeviceException.Unavailable e) {
            bench.noteOwn(notes());
            throw e;
        }
    }
}
