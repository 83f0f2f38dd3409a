package fobsmith.provisioning;

import fobsmith.devices.CredentialLock;
import fobsmith.devices.SeedProfiles;
import fobsmith.devices.TokenCredential;
import fobsmith.devices.TokenSession;
import fobsmith.oath.Seed;
import fobsmith.registry.Actor;
import fobsmith.registry.Attempt;
import fobsmith.registry.CodeOutcome;
import fobsmith.registry.PhysicalToken;
import fobsmith.registry.Registry;
import fobsmith.registry.SerialNumber;
import fobsmith.registry.TokenState;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Gives one token, or one profile of it, a fresh seed. What is about to happen is in the journal before it happens, so that
 * whatever is cut off, and when, the attempt ends proven (token and registry agree) or void (written again before use).
 * Whoever holds the token's session holds the token: an open attempt found then was broken off. One thread.
 */
public final class Provisioning {
    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(2);
    private static final int PROOFS = 3;

    private final Registry registry;
    private final Actor actor;
    private final InstantSource clock;
    private final SecureRandom randomness;

    public Provisioning(Registry registry, Actor actor, InstantSource clock, SecureRandom randomness) {
        this.registry = registry;
        this.actor = actor;
        this.clock = clock;
        this.randomness = randomness;
    }

    /**
     * Writes and proves. The session stays the caller's.
     *
     * @param entered the token's credential, where it is neither the factory's nor in the registry; stays the caller's
     * @throws ProvisioningException where it stops; so do refusals of the token and of the registry
     */
    public Provisioned run(TokenSession token, WriteOrder order, Optional<TokenCredential> entered, Operator operator) {
        var profiles = token.require(SeedProfiles.class, "take a seed");
        profiles.requireFits(order.slot(), order.profile(), order.seedBytes(), order.title());
        var serial = Identity.serial(token, order.slot());
        recover(serial);
        requireFree(profiles, order, serial);
        var physical = registry.physicalTokens().remember(token.manufacturer(), token.model(), token.serial());
        unlock(token, physical, entered, operator);
        long wasOff = clockError(token);
        var written = write(token, profiles, physical, order, serial);
        operator.told("seed written; the clock was %+.1f s off, and is %+.1f s off now"
                .formatted(wasOff / 1000.0, written.clockError() / 1000.0));
        return prove(written, order, wasOff, operator);
    }

    /** Ends an attempt that was broken off; doing so twice changes nothing, and needs neither token nor seed. */
    public void recover(SerialNumber serial) {
        registry.journal()
                .findOpen(serial)
                .ifPresent(open -> registry.journal().abandon(actor, open, "broken off: the station stopped"));
    }

    /** A void token is free: what it carries is ours and worth nothing. */
    private void requireFree(SeedProfiles profiles, WriteOrder order, SerialNumber serial) {
        var row = registry.journal().requireWritable(serial);
        if (order.overwrite()
                || row.filter(token -> token.state() == TokenState.VOID).isPresent()) {
            return;
        }
        if (row.isPresent() || profiles.carriesSeed(order.slot())) {
            throw new ProvisioningException.CarriesSeed(serial);
        }
    }

    private void unlock(
            TokenSession token, PhysicalToken physical, Optional<TokenCredential> entered, Operator operator) {
        if (token instanceof CredentialLock lock) {
            new Unlocking(registry, actor, physical, lock).run(entered, operator, randomness);
        }
    }

    /** How far the token's clock is ahead: it shows whole seconds, so half a one either way. */
    private long clockError(TokenSession token) {
        return token.readClock().toEpochMilli() + 500 - clock.instant().toEpochMilli();
    }

    private Attempt write(
            TokenSession token, SeedProfiles profiles, PhysicalToken physical, WriteOrder order, SerialNumber serial) {
        try (var seed = Seed.random(order.seedBytes(), randomness)) {
            var attempt = registry.journal().seal(actor, physical, order.slot(), serial, order.profile(), seed);
            return orVoid(attempt, () -> {
                registry.journal().writing(actor, attempt);
                profiles.erase(order.slot());
                profiles.write(order.slot(), order.profile(), seed, order.title(), clock);
                return registry.journal().clockSet(actor, attempt, requireClock(token, serial));
            });
        }
    }

    private long requireClock(TokenSession token, SerialNumber serial) {
        long error = clockError(token);
        if (Math.abs(error) > CLOCK_TOLERANCE.toMillis()) {
            throw new ProvisioningException.ClockNotTaken(serial, Duration.ofMillis(error));
        }
        return error;
    }

    private Provisioned prove(Attempt attempt, WriteOrder order, long wasOff, Operator operator) {
        return orVoid(attempt, () -> {
            for (int left = PROOFS - 1; left >= 0; left--) {
                var codes = operator.readCodes(attempt.serial(), order.slot());
                switch (registry.journal().prove(actor, attempt, codes)) {
                    case CodeOutcome.Accepted accepted -> {
                        return new Provisioned(accepted.token(), wasOff, attempt.clockError());
                    }
                    case CodeOutcome.Refused _ -> operator.codesWereWrong(left);
                }
            }
            throw new ProvisioningException.NotProven(attempt.serial(), PROOFS);
        });
    }

    /** Whatever fails ends the attempt at once; where even that fails, the next recovery ends it. */
    private <T> T orVoid(Attempt attempt, Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException failure) {
            try {
                registry.journal().abandon(actor, attempt, String.valueOf(failure.getMessage()));
            } catch (RuntimeException unreachable) {
                failure.addSuppressed(unreachable);
            }
            throw failure;
        }
    }
}
