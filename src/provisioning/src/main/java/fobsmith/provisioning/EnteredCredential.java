package fobsmith.provisioning;

import fobsmith.devices.TokenCredential;
import java.util.Optional;

/**
 * What an operator says about a token's credential.
 *
 * @param credential the credential, where it is neither the factory's nor in the registry; stays the caller's
 * @param allowTries try one although the token has told that few tries are left
 */
public record EnteredCredential(Optional<TokenCredential> credential, boolean allowTries) {
    /** Nothing: the registry knows, or the token is fresh. */
    public static EnteredCredential none() {
        return new EnteredCredential(Optional.empty(), false);
    }

    public static EnteredCredential of(TokenCredential credential) {
        return new EnteredCredential(Optional.of(credential), false);
    }
}
