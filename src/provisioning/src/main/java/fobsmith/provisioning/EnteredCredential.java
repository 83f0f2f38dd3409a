package fobsmith.provisioning;

import fobsmith.devices.TokenCredential;
import java.util.Optional;

/**
 * What an operator says about a token's credentials. They stay the caller's.
 *
 * @param credential what orders need, where it is neither the factory's nor in the registry
 * @param codes what the token's codes need, where it is set so; used for this one proof and never kept
 * @param allowTries try what is entered here although the token has told that few tries are left; nothing else is tried so
 */
public record EnteredCredential(
        Optional<TokenCredential> credential, Optional<TokenCredential> codes, boolean allowTries) {
    public EnteredCredential(Optional<TokenCredential> credential, boolean allowTries) {
        this(credential, Optional.empty(), allowTries);
    }

    /** Nothing: the registry knows, or the token is fresh. */
    public static EnteredCredential none() {
        return new EnteredCredential(Optional.empty(), false);
    }

    public static EnteredCredential of(TokenCredential credential) {
        return new EnteredCredential(Optional.of(credential), false);
    }

    public EnteredCredential withCodes(TokenCredential other) {
        return new EnteredCredential(credential, Optional.of(other), allowTries);
    }
}
