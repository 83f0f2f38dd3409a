package fobsmith.registry;

import fobsmith.oath.OtpProfile;
import fobsmith.oath.OtpVerifier;
import fobsmith.oath.TokenClock;
import fobsmith.oath.Verification;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the token that two codes are of, among all whose seeds are here: first people's devices, then the rest. Bounded: ten
 * minutes either way of where each clock is believed to be, however little is known of it. Whoever asks is slowed down as by
 * wrong codes, since each answer tells about every token at once; the right codes are consumed. Takes seconds for a hundred
 * thousand tokens, on all processors. Thread-safe.
 */
public final class TokenFinder {
    private static final int SLICE = 1000;
    private static final String SEARCHABLE = "sealed_seed IS NOT NULL AND otp = 'totp' AND digits = ?"
            + " AND state IN ('imported', 'proven', 'reserved', 'enabled', 'returned', 'lost', 'unassigned')";
    private static final List<String> TURNS = List.of("state = 'enabled'", "state <> 'enabled'");

    private final Database database;
    private final AuditTrail audit;
    private final Vault vault;
    private final OtpVerifier verifier = new OtpVerifier();

    TokenFinder(Database database, AuditTrail audit, Vault vault) {
        this.database = database;
        this.audit = audit;
        this.vault = vault;
    }

    public FindOutcome find(Actor actor, CodePair codes, SearchProgress progress) {
        var pause = database.write(tx -> DeskThrottle.FIND.book(tx, actor.id()));
        if (pause.isPresent()) {
            return told(actor, new FindOutcome.Paused(pause.get()), "paused");
        }
        return new Search(codes, progress)
                .run()
                .map(found -> consume(actor, found, codes))
                .orElseGet(() -> told(actor, new FindOutcome.NotFound(), "not found"));
    }

    private FindOutcome consume(Actor actor, Looked looked, CodePair codes) {
        return switch (looked) {
            case Looked.Stopped _ -> told(actor, new FindOutcome.GivenUp(), "given up");
            case Looked.Match match -> consume(actor, match.token, codes);
        };
    }

    private FindOutcome consume(Actor actor, Token token, CodePair codes) {
        return switch (new TypedCodes(database, audit, vault, new LastRefused()).find(actor, token.serial(), codes)) {
            case CodeOutcome.Accepted accepted -> {
                database.change(tx -> DeskThrottle.FIND.forgive(tx, actor.id()));
                yield told(actor, new FindOutcome.Found(accepted.token(), owner(accepted.token())), "found");
            }
            case CodeOutcome.Refused refused -> refused(actor, token, refused.reason());
        };
    }

    /** Found, and yet not taken; whose it is remains unsaid. */
    private FindOutcome refused(Actor actor, Token token, CodeOutcome.Reason reason) {
        return switch (reason) {
            case WRONG, CONSUMED, UNCONFIRMED, OVERTAKEN -> told(actor, new FindOutcome.Used(), "used");
            case PAUSED -> told(actor, new FindOutcome.Paused(pauseUntil(actor, token)), "paused");
        };
    }

    private Instant pauseUntil(Actor actor, Token token) {
        return database.read(query -> query.find(
                        "SELECT pause_until FROM caller_failure WHERE token_id = ? AND caller_id = ?",
                        row -> row.instant("pause_until"),
                        token.id(),
                        actor.id()))
                .orElse(token.pauseUntil());
    }

    private @Nullable User owner(Token token) {
        return token.ownerId() == null
                ? null
                : database.read(query -> query.find("SELECT * FROM iam_user WHERE id = ?", User::of, token.ownerId()))
                        .orElse(null);
    }

    private FindOutcome told(Actor actor, FindOutcome outcome, String text) {
        database.change(tx -> audit.append(tx, actor, AuditAction.FIND, "tokens", Map.of("outcome", text)));
        return outcome;
    }

    private Optional<Candidate> candidate(Row row) {
        var token = Token.of(row);
        return switch (token.profile()) {
            case OtpProfile.Totp totp -> Optional.of(new Candidate(token, totp, SealedSeed.of(row)));
            case OtpProfile.Hotp _ -> Optional.empty();
        };
    }

    /** What ended a search that did not come to its end. */
    private sealed interface Looked {
        record Match(Token token) implements Looked {}

        record Stopped() implements Looked {}
    }

    private record Candidate(Token token, OtpProfile.Totp profile, SealedSeed sealed) {}

    /** One search on its way through the registry; one thread, which has helpers. */
    private final class Search {
        private final CodePair codes;
        private final SearchProgress progress;
        private final long total;
        private final Instant now;
        private long done;

        Search(CodePair codes, SearchProgress progress) {
            this.codes = codes;
            this.progress = progress;
            now = database.write(Transaction::now);
            total = database.read(query ->
                    query.get("SELECT count(*) AS n FROM token WHERE " + SEARCHABLE, row -> row.number("n"), digits()));
        }

        private int digits() {
            return codes.first().length();
        }

        Optional<Looked> run() {
            for (var turn : TURNS) {
                var looked = run(turn);
                if (looked.isPresent()) {
                    return looked;
                }
            }
            return Optional.empty();
        }

        private Optional<Looked> run(String turn) {
            var after = "";
            var slice = slice(turn, after);
            while (!slice.isEmpty()) {
                var match = slice.parallelStream().filter(this::matches).findFirst();
                if (match.isPresent()) {
                    return Optional.of(new Looked.Match(match.get().token));
                }
                done += slice.size();
                if (!progress.looked(done, total)) {
                    return Optional.of(new Looked.Stopped());
                }
                after = slice.getLast().token.serial().key();
                slice = slice(turn, after);
            }
            return Optional.empty();
        }

        private List<Candidate> slice(String turn, String after) {
            return database
                    .read(query -> query.list(
                            "SELECT * FROM token WHERE " + SEARCHABLE + " AND " + turn + " AND serial_key > ? AND "
                                    + PendingImports.VISIBLE + " ORDER BY serial_key LIMIT " + SLICE,
                            TokenFinder.this::candidate,
                            digits(),
                            after))
                    .stream()
                    .flatMap(Optional::stream)
                    .toList();
        }

        private boolean matches(Candidate candidate) {
            var token = candidate.token;
            // As if its clock had been looked at just now, which is the narrowest search for two codes; consumed ones
            // too.
            var clock = new TokenClock(0, token.clock().driftMillis(), now, null);
            try (var seed = vault.openSeed(token.id(), token.serial(), candidate.profile, candidate.sealed)) {
                return verifier.pair(seed, candidate.profile, clock, codes.first(), codes.second(), now)
                        instanceof Verification.Accepted;
            }
        }
    }
}
