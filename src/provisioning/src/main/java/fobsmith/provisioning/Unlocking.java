package fobsmith.provisioning;

import fobsmith.devices.CredentialLock;
import fobsmith.devices.DeviceException;
import fobsmith.devices.TokenCredential;
import fobsmith.registry.Actor;
import fobsmith.registry.PhysicalToken;
import fobsmith.registry.Registry;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Opens one token for orders with what the registry knows of it, and sees that it does not keep the credential every token
 * leaves the factory with. What the operator enters is the only one tried. Otherwise a new credential, which is sealed before the
 * token hears of it, is tried after a power cut, then the old one, once each. The last tries are never spent unasked. One thread.
 */
final class Unlocking {
    private final Registry registry;
    private final Actor actor;
    private final PhysicalToken token;
    private final CredentialLock lock;

    /** What the token told last, less what was tried since; null where none was refused. */
    private @Nullable Integer triesLeft;

    Unlocking(Registry registry, Actor actor, PhysicalToken token, CredentialLock lock) {
        this.registry = registry;
        this.actor = actor;
        this.token = token;
        this.lock = lock;
        this.triesLeft = token.triesLeft();
    }

    /** Unlocks the token, by what the operator entered before what the registry knows; an open one it leaves open. */
    void run(EnteredCredential entered, Operator operator, SecureRandom randomness) {
        if (!lock.locked()) {
            return;
        }
        lock.requireUnlockable();
        requireTries(entered);
        entered.credential()
                .ifPresentOrElse(
                        credential -> openWithEntered(credential, operator, randomness),
                        () -> openWithKnown(operator, randomness));
    }

    /** Opens it with what the registry knows of it, to look at it alone: whatever credential it has it keeps. */
    void forReading() {
        requireTries(EnteredCredential.none());
        openWithOld();
    }

    private void openWithKnown(Operator operator, SecureRandom randomness) {
        if (opensWithNext()) {
            registry.tokenCredentials().adoptNext(actor, token);
            return;
        }
        boolean factory = openWithOld();
        changeWhereDue(factory, operator, randomness);
    }

    private void changeWhereDue(boolean factory, Operator operator, SecureRandom randomness) {
        if (factory || registry.tokenCredentials().hasNext(token)) {
            change(operator, randomness);
        }
    }

    /** Whoever allows the last tries says by which credential: the registry's and the factory's have none of them. */
    private void requireTries(EnteredCredential entered) {
        boolean allowed = entered.allowTries() && entered.credential().isPresent();
        if (allowed) {
            lock.allowLastTries();
        }
        var tries = triesLeft;
        if (tries != null && tries <= lock.keptTries()) {
            if (!allowed) {
                throw new ProvisioningException.FewTriesLeft(token.serial(), tries, lock.keptTries());
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
        var tries = triesLeft;
        if (tries != null) {
            note(Math.max(0, tries - 1));
        }
        try {
            lock.unlock(credential);
        } catch (DeviceException.WrongCredential e) {
            if (e.isCounted()) {
                note(e.triesLeft());
            }
            throw e;
        }
        registry.physicalTokens().forgetTries(token);
        triesLeft = null;
    }

    private void note(int tries) {
        registry.physicalTokens().noteTriesLeft(token, tries);
        triesLeft = tries;
    }

    /** The factory's, as after a reset, is changed and not kept; any other one is kept. */
    private void openWithEntered(TokenCredential entered, Operator operator, SecureRandom randomness) {
        unlock(entered);
        if (isNext(entered)) {
            registry.tokenCredentials().adoptNext(actor, token);
            return;
        }
        boolean factory = isSame(entered, lock.factoryCredential());
        if (!factory) {
            keep(entered);
        }
        changeWhereDue(factory, operator, randomness);
    }

    private boolean isNext(TokenCredential entered) {
        return isSame(entered, registry.tokenCredentials().next(token).map(TokenCredential::adopt));
    }

    /** Closes the other one. */
    private static boolean isSame(TokenCredential entered, Optional<TokenCredential> known) {
        try (var other = known.orElse(null)) {
            return other != null && entered.use(ours -> other.use(theirs -> MessageDigest.isEqual(ours, theirs)));
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
                .or(this::untriedFactoryCredential)
                .orElseThrow(() -> new ProvisioningException.CredentialUnknown(token.serial()))) {
            unlock(old);
        }
        return current.isEmpty();
    }

    /** Where nothing is known and a credential was refused before, that was the factory's or is nothing to build on. */
    private Optional<TokenCredential> untriedFactoryCredential() {
        boolean refusedBefore =
                token.triesLeft() != null && !registry.tokenCredentials().hasNext(token);
        return refusedBefore ? Optional.empty() : lock.factoryCredential();
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
