package fobsmith.registry;

import fobsmith.oath.OneTimePassword;

/** Two codes typed one after the other, the older first. */
public record CodePair(OneTimePassword first, OneTimePassword second) {
    public static CodePair parse(String first, String second) {
        return new CodePair(OneTimePassword.parse(first), OneTimePassword.parse(second));
    }
}
