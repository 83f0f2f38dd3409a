package fobsmith.provisioning;

import fobsmith.devices.CodeLock;
import fobsmith.devices.CredentialLock;
import fobsmith.devices.ReadableClock;
import fobsmith.devices.SeedProfiles;
import fobsmith.devices.TokenSession;
import fobsmith.devices.TouchedProfiles;
import fobsmith.oath.Seed;
import fobsmith.registry.Actor;
import fobsmith.registry.Attempt;
import fobsmith.registry.CodeOutcome;
import fobsmith.registry.PhysicalToken;
import fobsmith.registry.Registry;
import fobsmith.registry.SerialNumber;
import fobsmith.registry.Token;
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
     * @throws ProvisioningException where it stops; so do refusals of the token and of the registry
     */
    public Provisioned run(TokenSession token, WriteOrder order, EnteredCredential entered, Operator operator) {
        var profiles = token.require(SeedProfiles.class, "take a seed");
        profiles.requireFits(order.slot(), order.profile(), order.seedBytes(), order.title());
        if (order.touch()) {
            touched(token).requireTouch();
        }
        var serial = Identity.serial(token, order.slot());
        var physical = registry.physicalTokens().remember(token.manufacturer(), token.model(), token.serial());
        recover(physical);
        var row = registry.journal().requireWritable(serial);
        boolean toBeFree = !mayErase(order, row);
        if (toBeFree && row.isPresent()) {
            throw new ProvisioningException.CarriesSeed(serial);
        }
        boolean blind = token instanceof CredentialLock lock && lock.locksReading();
        if (toBeFree && !blind) {
            requireNoSeed(profiles, order, serial);
        }
        unlockCodes(token, physical, entered);
        unlock(token, physical, entered, operator);
        if (toBeFree && blind) {
            requireNoSeed(profiles, order, serial);
        }
        long wasOff = clockError(token);
        try (var seed = Seed.random(order.seedBytes(), randomness)) {
            var written = write(token, profiles, physical, order, serial, row, seed);
            operator.told(
                    token instanceof ReadableClock
                            ? "seed written; the clock was %+.1f s off, and is %+.1f s off now"
                                    .formatted(wasOff / 1000.0, written.clockError() / 1000.0)
                            : "seed written");
            return prove(token, written, seed, order, wasOff, operator);
        }
    }

    /** Ends what was broken off with this token; doing so twice changes nothing, and needs neither token nor seed. */
    public void recover(PhysicalToken physical) {
        registry.journal()
                .open(physical)
                .forEach(open -> registry.journal().abandon(actor, open, "broken off: the station stopped"));
    }

    private static void requireNoSeed(SeedProfiles profiles, WriteOrder order, SerialNumber serial) {
        if (profiles.carriesSeed(order.slot())) {
            throw new ProvisioningException.CarriesSeed(serial);
        }
    }

    /** What a void token carries is of an attempt of ours and worth nothing. */
    private static boolean mayErase(WriteOrder order, Optional<Token> row) {
        return order.overwrite()
                || row.filter(token -> token.state() == TokenState.VOID).isPresent();
    }

    /** Before anything is changed. */
    private void unlockCodes(TokenSession token, PhysicalToken physical, EnteredCredential entered) {
        if (token instanceof CodeLock lock && lock.codesLocked()) {
            var credential = entered.codes().orElseThrow(() -> new ProvisioningException.CodesLocked(token.serial()));
            if (entered.allowTries()) {
                allowCodeTries(lock, physical);
            }
            lock.unlockCodes(credential);
        }
    }

    /** Where none is kept back nobody has to allow it. */
    private void allowCodeTries(CodeLock lock, PhysicalToken physical) {
        int left = lock.codeTriesLeft();
        if (left <= lock.keptCodeTries()) {
            registry.physicalTokens().allowCodeTries(actor, physical, left);
            lock.allowLastCodeTries();
        }
    }

    private void unlock(TokenSession token, PhysicalToken physical, EnteredCredential entered, Operator operator) {
        if (token instanceof CredentialLock lock) {
            new Unlocking(registry, actor, physical, lock).run(entered, operator, randomness);
        }
    }

    /** How far the token's clock is ahead: it shows whole seconds, so half a one either way. Without a clock it has our time. */
    private long clockError(TokenSession token) {
        if (!(token instanceof ReadableClock readable)) {
            return 0;
        }
        return readable.readClock().toEpochMilli() + 500 - clock.instant().toEpochMilli();
    }

    private Attempt write(
            TokenSession token,
            SeedProfiles profiles,
            PhysicalToken physical,
            WriteOrder order,
            SerialNumber serial,
            Optional<Token> row,
            Seed seed) {
        var attempt = registry.journal().seal(actor, physical, order.slot(), serial, order.profile(), row, seed);
        return orVoid(attempt, () -> {
            registry.journal().writing(actor, attempt);
            if (mayErase(order, row)) {
                profiles.erase(order.slot());
            }
            write(token, profiles, order, seed);
            return registry.journal().clockSet(actor, attempt, requireClock(token, serial));
        });
    }

    private void write(TokenSession token, SeedProfiles profiles, WriteOrder order, Seed seed) {
        if (order.touch()) {
            touched(token).writeTouched(order.slot(), order.profile(), seed, order.title());
        } else {
            profiles.write(order.slot(), order.profile(), seed, order.title(), clock);
        }
    }

    private static TouchedProfiles touched(TokenSession token) {
        return token.require(TouchedProfiles.class, "ask for a touch before each code");
    }

    private long requireClock(TokenSession token, SerialNumber serial) {
        long error = clockError(token);
        if (Math.abs(error) > Attempt.CLOCK_TOLERANCE.toMillis()) {
            throw new ProvisioningException.ClockNotTaken(serial, Duration.ofMillis(error));
        }
        return error;
    }

    /** The seed is held until then: a write-only station has it nowhere else. */
    private Provisioned prove(
            TokenSession token, Attempt attempt, Seed seed, WriteOrder order, long wasOff, Operator operator) {
        var source = new CodeSource(token, clock, operator);
        return orVoid(attempt, () -> {
            for (int left = PROOFS - 1; left >= 0; left--) {
                if (order.touch()) {
                    operator.told("touch the token each time it blinks: twice");
                }
                var codes = source.codes(attempt.serial(), order.slot(), order.profile());
                switch (registry.journal().prove(actor, attempt, codes, seed)) {
                    case CodeOutcome.Accepted accepted -> {
                        return new Provisioned(
                                accepted.token(), token instanceof ReadableClock, wasOff, attempt.clockError());
                    }
                    case CodeOutcome.Refused _ -> source.codesWereWrong(left);
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
