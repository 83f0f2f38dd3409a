package fobsmith.registry;

import fobsmith.oath.Diagnosis;
import fobsmith.oath.Finding;
import fobsmith.oath.OneTimePassword;
import fobsmith.oath.OtpProfile;
import fobsmith.oath.OtpVerifier;
import fobsmith.oath.Seed;
import fobsmith.oath.TokenClock;
import fobsmith.oath.Verification;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Looks at the codes people type, and does what right codes allow: sign in, enable, resynchronise, check. Three steps, each
 * durable before the next: the attempt is booked, the codes are looked at outside any transaction, and the outcome is
 * settled by one compare-and-set statement together with its audit record. Thread-safe.
 */
public final class TypedCodes {
    private final Database database;
    private final AuditTrail audit;
    private final Vault vault;
    private final ForeignSerials foreignSerials;
    private final LastRefused lastRefused;
    private final OtpVerifier verifier = new OtpVerifier();

    TypedCodes(Database database, AuditTrail audit, Vault vault, LastRefused lastRefused) {
        this.database = database;
        this.audit = audit;
        this.vault = vault;
        foreignSerials = new ForeignSerials(audit);
        this.lastRefused = lastRefused;
    }

    /** One code of the caller's own enabled device. Unknown devices and those of others are the same: unknown. */
    public CodeOutcome signIn(Actor caller, User user, SerialNumber serial, OneTimePassword code) {
        return attempt(
                caller,
                new Deed.SignIn(user),
                serial,
                (seed, profile, clock, now) -> verifier.signIn(seed, profile, clock, code, now));
    }

    /** Gives a free token, or one reserved for this user, to the user. */
    public CodeOutcome enable(Actor caller, User user, SerialNumber serial, CodePair codes) {
        return enable(caller, user, serial, codes, new Voucher.NotNeeded());
    }

    /** As above, but refused to a user who has a device already and no good code of one. */
    public CodeOutcome enable(Actor caller, User user, SerialNumber serial, CodePair codes, Voucher voucher) {
        return attempt(caller, new Deed.Enable(user, voucher), serial, codes);
    }

    /** Learns anew how far the clock of a user's enabled device is off. */
    public CodeOutcome resync(Actor caller, User user, SerialNumber serial, CodePair codes) {
        return attempt(caller, new Deed.Resync(user), serial, codes);
    }

    /** Sees whether a token in hand is what the registry says; stock that came back is proven by it. */
    public CodeOutcome check(Actor caller, SerialNumber serial, CodePair codes) {
        return attempt(caller, new Deed.Check(), serial, codes);
    }

    /** As a check, of a token that was found by these codes; it may be a lost one. */
    CodeOutcome find(Actor caller, SerialNumber serial, CodePair codes) {
        return attempt(caller, new Deed.Find(), serial, codes);
    }

    /**
     * Why codes that were refused may be this token's all the same. Consumes nothing, and is recorded. What it tells would help
     * somebody who guesses, so it is booked as a wrong code, and while the token pauses nothing is found; but the codes that were
     * refused to this caller last have been booked, and are explained once for that.
     */
    public Finding explain(Actor caller, SerialNumber serial, CodePair codes) {
        boolean isBooked = lastRefused.take(caller, serial, codes);
        return switch (database.write(tx -> bookExplanation(tx, caller, serial, isBooked))) {
            case Booked.Not _, Booked.Foreign _ -> new Finding.Nothing();
            case Booking asked ->
                with(asked, seed -> Diagnosis.of(seed, asked.profile, codes.first(), codes.second(), asked.now));
        };
    }

    private Booked bookExplanation(Transaction tx, Actor caller, SerialNumber serial, boolean isBooked) {
        var deed = new Deed.Check();
        var booked = isBooked ? booking(tx, deed.requireToken(tx, serial)) : book(tx, caller, deed, serial);
        if (booked instanceof Booking asked) {
            audit(tx, caller, AuditAction.REFUSE_CODE, asked.token, deed, Map.of("for", "explain"));
        }
        return booked;
    }

    private CodeOutcome attempt(Actor caller, Deed deed, SerialNumber serial, CodePair codes) {
        var outcome = attempt(caller, deed, serial, pair(codes));
        if (outcome.equals(new CodeOutcome.Refused(CodeOutcome.Reason.WRONG))) {
            lastRefused.note(caller, serial, codes);
        }
        return outcome;
    }

    private Look pair(CodePair codes) {
        return (seed, profile, clock, now) -> verifier.pair(seed, profile, clock, codes.first(), codes.second(), now);
    }

    private CodeOutcome attempt(Actor caller, Deed deed, SerialNumber serial, Look look) {
        return switch (database.write(tx -> book(tx, caller, deed, serial))) {
            case Booked.Not refused -> refused.why();
            case Booked.Foreign foreign -> throw foreign.why();
            case Booking asked -> {
                var verification = with(asked, seed -> look.at(seed, asked.profile, asked.token.clock(), asked.now));
                yield database.write(tx -> settle(tx, caller, deed, asked, verification));
            }
        };
    }

    private Booked book(Transaction tx, Actor caller, Deed deed, SerialNumber serial) {
        try {
            return book(tx, caller, deed, deed.requireToken(tx, serial));
        } catch (RegistryRefusal.UnknownToken unknown) {
            if (!(deed instanceof Deed.OnEnabledDevice own)) {
                throw unknown;
            }
            foreignSerials.note(tx, caller, own, serial);
            return new Booked.Foreign(unknown);
        }
    }

    private Booked book(Transaction tx, Actor caller, Deed deed, Token token) {
        if (token.toBeConfirmed() && deed.codes() == 1) {
            return new Booked.Not(refuse(tx, caller, deed, token, CodeOutcome.Reason.UNCONFIRMED));
        }
        return Throttle.book(tx, token, caller)
                ? booking(tx, token)
                : new Booked.Not(refuse(tx, caller, deed, token, CodeOutcome.Reason.PAUSED));
    }

    private static Booking booking(Transaction tx, Token token) {
        var sealed = tx.get("SELECT sealed_seed, key_version FROM token WHERE id = ?", SealedSeed::of, token.id());
        return new Booking(token, requireTotp(token), sealed, tx.now(), tx.clockEpoch());
    }

    private static OtpProfile.Totp requireTotp(Token token) {
        return switch (token.profile()) {
            case OtpProfile.Totp totp -> totp;
            case OtpProfile.Hotp _ -> throw new RegistryRefusal.Unfit(token);
        };
    }

    /** Opens the seed for one look, outside any transaction. */
    private <T> T with(Booking booking, Function<Seed, T> work) {
        var token = booking.token;
        try (var seed = vault.openSeed(token.id(), token.serial(), token.profile(), booking.sealed)) {
            return work.apply(seed);
        }
    }

    private CodeOutcome settle(Transaction tx, Actor caller, Deed deed, Booking booking, Verification verification) {
        return switch (verification) {
            case Verification.Accepted accepted -> accept(tx, caller, deed, booking, accepted);
            case Verification.Consumed _ -> refuse(tx, caller, deed, booking.token, CodeOutcome.Reason.CONSUMED);
            case Verification.NoMatch _ -> refuse(tx, caller, deed, booking.token, CodeOutcome.Reason.WRONG);
        };
    }

    private CodeOutcome accept(
            Transaction tx, Actor caller, Deed deed, Booking booking, Verification.Accepted accepted) {
        var lesson = Lesson.of(booking.token, deed, accepted, booking.clockEpoch == tx.clockEpoch());
        if (!lesson.compareAndSet(tx, deed.after(tx, booking.token))) {
            return refuse(tx, caller, deed, booking.token, CodeOutcome.Reason.OVERTAKEN);
        }
        Throttle.forgive(tx, booking.token, caller);
        lesson.record(tx);
        var after = tx.get("SELECT * FROM token WHERE id = ?", Token::of, booking.token.id());
        audit(tx, caller, deed.action(), booking.token, deed, change(booking.token, after, accepted.step()));
        return new CodeOutcome.Accepted(after, accepted);
    }

    private static Map<String, String> change(Token before, Token after, long step) {
        var detail = new HashMap<String, String>();
        detail.put("step", Long.toString(step));
        detail.put("driftMs", Long.toString(after.clock().driftMillis()));
        if (before.state() != after.state()) {
            detail.put("before", before.state().text());
            detail.put("after", after.state().text());
        }
        if (before.clock().driftMillis() != after.clock().driftMillis()) {
            detail.put("driftMsBefore", Long.toString(before.clock().driftMillis()));
        }
        return detail;
    }

    private CodeOutcome.Refused refuse(
            Transaction tx, Actor caller, Deed deed, Token token, CodeOutcome.Reason reason) {
        audit(
                tx,
                caller,
                AuditAction.REFUSE_CODE,
                token,
                deed,
                Map.of("for", deed.action().text(), "reason", reason.text()));
        return new CodeOutcome.Refused(reason);
    }

    private void audit(
            Transaction tx, Actor caller, AuditAction action, Token token, Deed deed, Map<String, String> detail) {
        var all = new HashMap<>(detail);
        all.putAll(deed.detail());
        audit.append(tx, caller, action, token.auditSubject(), all);
    }

    @FunctionalInterface
    private interface Look {
        Verification at(Seed seed, OtpProfile.Totp profile, TokenClock clock, Instant now);
    }

    /** What came of booking an attempt. */
    private sealed interface Booked {
        /** No code is looked at. */
        record Not(CodeOutcome.Refused why) implements Booked {}

        /** There is no such device of the user; that has been noted. */
        record Foreign(RegistryRefusal.UnknownToken why) implements Booked {}
    }

    /** The token as it was when the attempt was booked. */
    private record Booking(Token token, OtpProfile.Totp profile, SealedSeed sealed, Instant now, long clockEpoch)
            implements Booked {}
}
