package fobsmith.cli.device;

import fobsmith.registry.CodePair;
import fobsmith.registry.Registry;
import fobsmith.registry.SerialNumber;
import fobsmith.registry.User;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Whose device, which one, and two codes it shows one after the other. */
final class UserAndCodes {
    private static final String WORDS = "[USER] SERIAL CODE1 CODE2";

    @Mixin
    private Owner owner;

    @Parameters(
            arity = "3..4",
            paramLabel = WORDS,
            hideParamSyntax = true,
            description =
                    "Whose device; its serial number, or ARN of a virtual device; a code it shows, and the next one.")
    private List<String> words;

    User user(Registry registry) {
        return owner.find(registry, words);
    }

    SerialNumber serial() {
        return SerialNumber.parse(owner.others(words, 3, WORDS).getFirst());
    }

    CodePair codes() {
        var others = owner.others(words, 3, WORDS);
        return CodePair.parse(others.get(1), others.get(2));
    }
}
