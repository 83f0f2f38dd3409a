package fobsmith.cli.policy;

import fobsmith.cli.RegistryVerb;
import fobsmith.cli.Surroundings;
import fobsmith.iam.policy.IdentityPolicies;
import fobsmith.iam.policy.MalformedPolicy;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        description = {
            "Say whether policies allow a request, and which statement decides. Nothing is",
            "done and nothing recorded. A user's request is as the service makes it of one with",
            "his access key, tags of the resource included; --context adds what else counts,",
            "such as aws:MultiFactorAuthPresent=true, or takes the place of it."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:allowed", "1:denied; or failed, as standard error then says", "2:usage, or no valid policy"})
final class PolicySimulate extends RegistryVerb {
    @Spec
    private CommandSpec spec;

    @Mixin
    private Whose whose;

    @Mixin
    private RequestOptions request;

    @Option(
            names = "--context",
            paramLabel = "KEY=VALUE",
            description = "Condition key of the request; given again, another value of it.")
    private List<String> context = List.of();

    PolicySimulate(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    public Integer call() {
        try {
            return whose.user()
                    .map(name -> with(
                            (registry, _) -> Asked.by(registry, registry.users().get(name), request)))
                    .map(this::decide)
                    .orElseGet(() -> decide(Asked.of(
                            whose.files(), request, surroundings().clock().instant())));
        } catch (MalformedPolicy | IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private int decide(Asked asked) {
        var complete = Keys.add(asked.request(), context);
        var decision = new IdentityPolicies(asked.policies()).decide(complete);
        var simulation = Simulation.of(complete, decision);
        output().print(simulation, simulation.text());
        return decision.isAllowed() ? ExitCode.OK : ExitCode.SOFTWARE;
    }
}
