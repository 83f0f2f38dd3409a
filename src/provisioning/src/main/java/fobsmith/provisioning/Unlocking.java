package fobsmith.provisioning;

import fobsmith.devices.CredentialLock;
import fobsmith.devices.DeviceException;
import fobsmith.devices.TokenCredential;
import fobsmith.registry.Actor;
import fobsmith.registry.PhysicalToken;
import fobsmith.registry.Registry;
import java.security.MessageDigest;
import java.security.SecureRandom;

/**
 * Opens one token for orders with what the registry knows of it, and sees that it does not keep the credential every token
 * leaves the factory with. A new credential is sealed before the token hears of it; after a power cut the new one is tried,
 * then the old one, once each. The last tries are never spent. One thread.
 */
final class Unlocking {
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

    /** Unlocks the token, by what the operator entered before what the registry knows; an open one it leaves open. */
    void run(EnteredCredential entered, Operator operator, SecureRandom randomness) {
        if (!lock.locked()) {
            return;
        }
        requireTries(entered);
        if (opensWithNext()) {
            registry.tokenCredentials().adoptNext(actor, token);
            return;
        }
        boolean factory = entered.credential().map(this::openWithEntered).orElseGet(this::openWithOld);
        if (factory || registry.tokenCredentials().hasNext(token)) {
            change(operator, randomness);
        }
    }

    private void requireTries(EnteredCredential entered) {
        if (entered.allowTries()) {
            lock.allowLastTries();
        }
        var tries = token.triesLeft();
        if (tries != null && tries <= lock.keptTries()) {
            if (!entered.allowTries()) {
                throw new ProvisioningException.FewTriesLeft(token.serial(), tries);
            }
            registry.physicalTokens().allowTries(actor, token);
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
            if (e.triesLeft() <= lock.keptTries()) {
                throw e;
            }
            return false;
        }
    }

    /** A try is booked before it is made, as far as the count is known: the answer may never arrive. */
    private void unlock(TokenCredential credential) {
        var tries = token.triesLeft();
        if (tries != null) {
            registry.physicalTokens().noteTriesLeft(token, Math.max(0, tries - 1));
        }
        try {
            lock.unlock(credential);
        } catch (DeviceException.WrongCredential e) {
            registry.physicalTokens().noteTriesLeft(token, e.triesLeft());
            throw e;
        }
        registry.physicalTokens().forgetTries(token);
    }

    /** True where it is the factory's, as after a reset: that one is changed, and not kept. */
    private boolean openWithEntered(TokenCredential entered) {
        unlock(entered);
        boolean factory = isFactory(entered);
        if (!factory) {
            keep(entered);
        }
        return factory;
    }

    private boolean isFactory(TokenCredential entered) {
        try (var factory = lock.factoryCredential().orElse(null)) {
            return factory != null && entered.use(ours -> factory.use(theirs -> MessageDigest.isEqual(ours, theirs)));
        }
    }

    private void keep(TokenCredential entered) {
        entered.use(bytes -> {
            registry.tokenCredentials().keep(actor, token, bytes);
            return bytes.length;
        });
    }

    /** True where the token still has the factory's credential. */
    private boolean openWithOld() {
        var current = registry.tokenCredentials().current(token);
        try (var old = current.map(TokenCredential::adopt)
                .or(lock::factoryCredential)
                .orElseThrow(() -> new ProvisioningException.CredentialUnknown(token.serial()))) {
            unlock(old);
        }
        return current.isEmpty();
    }

    private void change(Operator operator, SecureRandom randomness) {
        try (var next = nextCredential(randomness)) {
            lock.changeCredential(next).ifPresent(operator::act);
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
                .orElseGet(() -> fresh(randomness));
    }

    private TokenCredential fresh(SecureRandom randomness) {
        var fresh = lock.randomCredential(randomness);
        try {
            fresh.use(bytes -> {
                registry.tokenCredentials().sealNext(actor, token, bytes);
                return bytes.length;
            });
            return fresh;
        } catch (RuntimeException e) {
            fresh.close();
            throw e;
        }
    }
}
