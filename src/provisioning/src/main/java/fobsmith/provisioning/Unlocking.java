package fobsmith.provisioning;

import fobsmith.devices.CredentialLock;
import fobsmith.devices.DeviceException;
import fobsmith.devices.TokenCredential;
import fobsmith.registry.Actor;
import fobsmith.registry.PhysicalToken;
import fobsmith.registry.Registry;
import java.security.SecureRandom;
import java.util.Optional;

/**
 * Opens one token for orders with what the registry knows of it, and sees that it does not keep the credential every token
 * leaves the factory with. A new credential is sealed before the token hears of it; after a power cut the new one is tried,
 * then the old one, once each. The last tries are never spent. One thread.
 */
final class Unlocking {
    private static final int KEPT_TRIES = 3;

    private final Registry registry;
    private final Actor actor;
    private final PhysicalToken token;
    private final CredentialLock lock;

    Unlocking(Registry registry, Actor actor, PhysicalToken token, CredentialLock lock) {
        this.registry = registry;
        this.actor = actor;
        this.token = token;
        this.lock = lock;
    }

    /**
     * Unlocks the token.
     *
     * @param entered what the operator says the credential is; goes before what the registry knows
     */
    void run(Optional<TokenCredential> entered, Operator operator, SecureRandom randomness) {
        requireTries();
        if (opensWithNext()) {
            registry.tokenCredentials().adoptNext(actor, token);
            return;
        }
        boolean factory = openWithOld(entered);
        if (factory || registry.tokenCredentials().next(token).isPresent()) {
            change(operator, randomness);
        }
    }

    private void requireTries() {
        var tries = token.triesLeft();
        if (tries != null && tries <= KEPT_TRIES) {
            throw new ProvisioningException.FewTriesLeft(token.serial(), tries);
        }
    }

    /** After a change that was broken off the token may have either. */
    private boolean opensWithNext() {
        var next = registry.tokenCredentials().next(token);
        if (next.isEmpty()) {
            return false;
        }
        try (var credential = TokenCredential.adopt(next.get())) {
            return opens(credential);
        }
    }

    private boolean opens(TokenCredential credential) {
        try {
            unlock(credential);
            return true;
        } catch (DeviceException.WrongCredential e) {
            if (e.triesLeft() <= KEPT_TRIES) {
                throw e;
            }
            return false;
        }
    }

    private void unlock(TokenCredential credential) {
        try {
            lock.unlock(credential);
        } catch (DeviceException.WrongCredential e) {
            registry.physicalTokens().noteTriesLeft(token, e.triesLeft());
            throw e;
        }
        registry.physicalTokens().forgetTries(token);
    }

    /** True where the token still has the factory's credential. */
    private boolean openWithOld(Optional<TokenCredential> entered) {
        if (entered.isPresent()) {
            unlock(entered.get());
            entered.get().use(bytes -> {
                registry.tokenCredentials().keep(actor, token, bytes);
                return bytes.length;
            });
            return false;
        }
        var current = registry.tokenCredentials().current(token);
        try (var old = current.map(TokenCredential::adopt).orElseGet(lock::factoryCredential)) {
            unlock(old);
        }
        return current.isEmpty();
    }

    private void change(Operator operator, SecureRandom randomness) {
        try (var next = nextCredential(randomness)) {
            operator.act(lock.changeCredential(next));
            if (!opens(next)) {
                throw new ProvisioningException.CredentialNotTaken(token.serial());
            }
        }
        registry.tokenCredentials().adoptNext(actor, token);
    }

    /** One that is sealed already is used again: the token may have heard of it. */
    private TokenCredential nextCredential(SecureRandom randomness) {
        return registry.tokenCredentials()
                .next(token)
                .map(TokenCredential::adopt)
                .orElseGet(() -> {
                    var fresh = lock.randomCredential(randomness);
                    fresh.use(bytes -> {
                        registry.tokenCredentials().sealNext(actor, token, bytes);
                        return bytes.length;
                    });
                    return fresh;
                });
    }
}
