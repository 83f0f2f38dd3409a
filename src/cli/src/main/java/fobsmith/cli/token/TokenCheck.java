package fobsmith.cli.token;

import fobsmith.cli.CodeResult;
import fobsmith.cli.Question;
import fobsmith.cli.RegistryVerb;
import fobsmith.cli.Surroundings;
import fobsmith.oath.OtpProfile;
import fobsmith.registry.Actor;
import fobsmith.registry.CodeOutcome;
import fobsmith.registry.CodePair;
import fobsmith.registry.Registry;
import fobsmith.registry.SerialNumber;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "See whether a token in hand is the one the registry knows, and learn how far its clock is off.",
            "A fob that was returned is proven by this and may be handed out again.",
            "Where the codes are not the expected ones it looks for a reason: the order they were typed in, a clock that",
            "stood still, or a seed file that was wrong about time step, digits, hash or the seed's encoding."
        })
final class TokenCheck extends RegistryVerb {
    @Parameters(index = "0", paramLabel = "SERIAL")
    private String serial;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "CODE1",
            description = "A code the token shows (default: asked for).")
    private @Nullable String code1;

    @Parameters(index = "2", arity = "0..1", paramLabel = "CODE2", description = "The code it shows next.")
    private @Nullable String code2;

    @Spec
    private CommandSpec spec;

    TokenCheck(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    public Integer call() {
        var number = SerialNumber.parse(serial);
        var codes = codes();
        var result = with((registry, operator) -> {
            var outcome = registry.typedCodes().check(operator, number, codes);
            requireNoReason(registry, operator, number, codes, outcome);
            return CodeResult.require(number, outcome);
        });
        output().print(result, result.text("this is"));
        return ExitCode.OK;
    }

    private CodePair codes() {
        if (code1 != null && code2 != null) {
            return CodePair.parse(code1, code2);
        }
        var question = new Question(surroundings().typed(), spec.commandLine().getErr());
        var first = code1 != null ? code1 : question.ask("code that the token shows: ");
        return CodePair.parse(first, question.ask("the code it shows next: "));
    }

    private static void requireNoReason(
            Registry registry, Actor operator, SerialNumber number, CodePair codes, CodeOutcome outcome) {
        if (outcome instanceof CodeOutcome.Refused(var reason) && reason == CodeOutcome.Reason.WRONG) {
            var profile = (OtpProfile.Totp) registry.tokens().get(number).profile();
            FindingText.of(number, profile, registry.typedCodes().explain(operator, number, codes))
                    .ifPresent(found -> {
                        throw found;
                    });
        }
    }
}
