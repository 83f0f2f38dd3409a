package fobsmith.cli.device;

import fobsmith.cli.CodeResult;
import fobsmith.cli.RegistryVerb;
import fobsmith.cli.Surroundings;
import fobsmith.registry.Actor;
import fobsmith.registry.CodeOutcome;
import fobsmith.registry.CodePair;
import fobsmith.registry.Registry;
import fobsmith.registry.SerialNumber;
import fobsmith.registry.User;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;

/** A command for which somebody types a user, a device, and two codes it shows one after the other. */
abstract class CodesVerb extends RegistryVerb {
    @Mixin
    private UserAndCodes typed;

    CodesVerb(Surroundings surroundings) {
        super(surroundings);
    }

    abstract CodeOutcome act(Registry registry, Actor operator, User user, SerialNumber serial, CodePair codes);

    /** What has been done to the device, when it has. */
    abstract String done();

    @Override
    public final Integer call() {
        var serial = typed.serial();
        var codes = typed.codes();
        var outcome = with((registry, operator) -> act(registry, operator, typed.user(registry), serial, codes));
        var result = CodeResult.require(serial, outcome);
        output().print(result, result.text(done()));
        return ExitCode.OK;
    }
}
