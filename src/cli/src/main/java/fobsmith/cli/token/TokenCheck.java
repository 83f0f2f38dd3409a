package fobsmith.cli.token;

import fobsmith.cli.CodeResult;
import fobsmith.cli.RegistryVerb;
import fobsmith.cli.Surroundings;
import fobsmith.registry.CodePair;
import fobsmith.registry.SerialNumber;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Parameters;

@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "See whether a token in hand is the one the registry knows, and learn how far its clock is off.",
            "A fob that was returned is proven by this and may be handed out again."
        })
final class TokenCheck extends RegistryVerb {
    @Parameters(index = "0", paramLabel = "SERIAL")
    private String serial;

    @Parameters(index = "1", paramLabel = "CODE1", description = "A code the token shows.")
    private String code1;

    @Parameters(index = "2", paramLabel = "CODE2", description = "The code it shows next.")
    private String code2;

    TokenCheck(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    public Integer call() {
        var number = SerialNumber.parse(serial);
        var codes = CodePair.parse(code1, code2);
        var outcome = with((registry, operator) -> registry.typedCodes().check(operator, number, codes));
        var result = CodeResult.require(number, outcome);
        output().print(result, result.text("this is"));
        return ExitCode.OK;
    }
}
