package fobsmith.registry;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The passphrases by which users sign in at the onboarding desk. Kept as what Argon2id (RFC 9106) makes of them, sealed; a
 * wrong one is slowed down as a wrong code is. Follows its user under every name and goes with him. Thread-safe.
 */
public final class DeskPassphrases {
    private static final int SHORTEST = 12;
    private static final int SALT_BYTES = 16;
    private static final String NOBODY = "unknown";

    private final Database database;
    private final AuditTrail audit;
    private final Vault vault;
    private final Identifiers identifiers;
    private final RegistryKey.Cost cost;

    DeskPassphrases(Database database, AuditTrail audit, Vault vault, Identifiers identifiers, RegistryKey.Cost cost) {
        this.database = database;
        this.audit = audit;
        this.vault = vault;
        this.identifiers = identifiers;
        this.cost = cost;
    }

    static SealedPlace place(String userId) {
        return SealedPlace.of("desk passphrase", userId);
    }

    public boolean isSet(User user) {
        return database.read(query -> Verifier.find(query, user).isPresent());
    }

    /** Whether a passphrase that was right is still the user's. */
    public boolean isCurrent(User user, String edition) {
        return database.read(query -> Verifier.find(query, user))
                .filter(verifier -> verifier.edition().equals(edition))
                .isPresent();
    }

    /**
     * Gives a user a passphrase, or another one; whoever signed in with the one before is signed out. Pauses end.
     *
     * @param passphrase at least 12 characters; wiped here
     */
    public void set(Actor actor, User user, char[] passphrase) {
        try (var typed = new RegistryKey.Passphrase(passphrase)) {
            if (passphrase.length < SHORTEST) {
                throw new RegistryRefusal.PassphraseTooShort(passphrase.length, SHORTEST);
            }
            var salt = identifiers.salt(SALT_BYTES);
            byte[] derived = typed.derive(cost, salt);
            try {
                database.change(tx -> store(tx, actor, user, new Verifier(identifiers.row(), salt, cost, derived)));
            } finally {
                Arrays.fill(derived, (byte) 0);
            }
        }
    }

    private void store(Transaction tx, Actor actor, User user, Verifier verifier) {
        user.lock(tx);
        if (user.isRoot()) {
            throw new RegistryRefusal.Unknown(PolicyHolder.Kind.USER, user.name());
        }
        verifier.store(tx, vault, user);
        DeskThrottle.SIGN_IN.forgive(tx, user.id());
        audit.append(tx, actor, AuditAction.SET_PASSPHRASE, user.id(), Map.of());
    }

    /** Takes it away; whoever signed in with it is signed out. Nothing happens to a user who has none. */
    public void remove(Actor actor, User user) {
        database.change(tx -> {
            if (tx.update("DELETE FROM desk_passphrase WHERE user_id = ?", user.id()) == 1) {
                audit.append(tx, actor, AuditAction.REMOVE_PASSPHRASE, user.id(), Map.of());
            }
        });
    }

    /**
     * Looks at a passphrase that somebody typed at this machine. The attempt is booked before the look, and a name costs the
     * same work whether or not it is anybody's.
     *
     * @param passphrase wiped here
     */
    public PassphraseOutcome verify(String userName, char[] passphrase, String host) {
        try (var typed = new RegistryKey.Passphrase(passphrase)) {
            var asked = database.write(tx -> book(tx, userName, host));
            return switch (asked) {
                case Asked.Not not -> not.why();
                case Asked.Attempt attempt -> settle(attempt, isRight(attempt, typed), host);
            };
        }
    }

    /** Somebody is in, whom {@link #verify} has let so far; with the device whose code he showed, if he did. */
    public void recordSignIn(Actor actor, User user, @Nullable Token device) {
        Map<String, String> detail = device == null ? Map.of() : Map.of("device", device.auditSubject());
        database.change(tx -> audit.append(tx, actor, AuditAction.SIGN_IN_AT_DESK, user.id(), detail));
    }

    private Asked book(Transaction tx, String name, String host) {
        var user = Users.find(tx, name).filter(found -> !found.isRoot());
        var subject = user.map(User::id).orElseGet(() -> DeskThrottle.stranger(hash(name)));
        var verifier = user.flatMap(found -> Verifier.open(tx, vault, found));
        var attempt = new Asked.Attempt(user.orElse(null), subject, verifier.orElse(null));
        var pause = DeskThrottle.SIGN_IN.book(tx, subject);
        if (pause.isEmpty()) {
            return attempt;
        }
        refuse(tx, attempt, host, "paused");
        return new Asked.Not(new PassphraseOutcome.Paused(pause.get()));
    }

    private boolean isRight(Asked.Attempt attempt, RegistryKey.Passphrase typed) {
        var verifier = attempt.verifier() == null ? Verifier.ofNobody(cost) : attempt.verifier();
        byte[] derived = typed.derive(verifier.cost(), verifier.salt());
        try {
            return verifier.equalsInConstantTime(derived) && attempt.verifier() != null;
        } finally {
            Arrays.fill(derived, (byte) 0);
            verifier.wipe();
        }
    }

    /** The passphrase may have been changed while one was looked at. */
    private PassphraseOutcome settle(Asked.Attempt attempt, boolean right, String host) {
        return database.write(tx -> {
            var user = attempt.user();
            var verifier = attempt.verifier();
            if (right && user != null && verifier != null && verifier.isStored(tx, user)) {
                DeskThrottle.SIGN_IN.forgive(tx, attempt.subject());
                return new PassphraseOutcome.Right(user, verifier.edition());
            }
            refuse(tx, attempt, host, "wrong");
            return new PassphraseOutcome.Wrong();
        });
    }

    /** What was typed as a name may be a passphrase in the wrong field: it is not recorded. */
    private void refuse(Transaction tx, Asked.Attempt attempt, String host, String reason) {
        var id = Optional.ofNullable(attempt.user()).map(User::id).orElse(NOBODY);
        audit.append(tx, new Actor(id, host), AuditAction.REFUSE_PASSPHRASE, id, Map.of("reason", reason));
    }

    private static String hash(String name) {
        return Sha256.hex(name.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
    }

    /** What came of booking an attempt. */
    private sealed interface Asked {
        /** Nothing is looked at. */
        record Not(PassphraseOutcome why) implements Asked {}

        /** As things stood when it was booked; nulls where the name is nobody's, or he has no passphrase. */
        record Attempt(
                @Nullable User user,
                String subject,
                @Nullable Verifier verifier) implements Asked {}
    }
}
