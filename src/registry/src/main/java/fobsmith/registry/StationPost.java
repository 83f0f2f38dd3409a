package fobsmith.registry;

import fobsmith.oath.OtpProfile;
import fobsmith.oath.Seed;
import fobsmith.oath.Verification;
import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a write-only station does with secrets: seeds are sealed to the registry only, so that the station itself never opens
 * them again; credentials, which it needs for the same token's next attempt, to itself too. What the registry is to know goes
 * into the outbox. Thread-safe.
 */
final class StationPost implements Keeping {
    private final Vault vault;
    private final Identifiers identifiers;
    private final Hpke hpke = new Hpke();

    StationPost(Vault vault, Identifiers identifiers) {
        this.vault = vault;
        this.identifiers = identifiers;
    }

    /** Sealed to the registry, and that once more under the station's own data key. What cannot be sealed is not written. */
    @Override
    public SealedSeed seal(Query query, String tokenId, SerialNumber serial, OtpProfile profile, Seed seed) {
        var own = Joined.get(query);
        var info =
                new Canonical().with("seed of an attempt").with(own.account()).with(tokenId);
        try (var key = ExchangeKey.open(query, vault)) {
            var envelope = seed.use(bytes -> hpke.seal(own.registryKey(), key, info, bytes));
            var sealed = vault.seal(SealedPlace.seed(tokenId, serial, profile), envelope);
            return new SealedSeed(sealed.keyVersion(), sealed.bytes());
        }
    }

    @Override
    public <T> T look(Attempt attempt, SealedSeed sealed, @Nullable Seed held, Function<Seed, T> work) {
        return work.apply(require(held, attempt));
    }

    private static Seed require(@Nullable Seed held, Attempt attempt) {
        if (held == null) {
            throw new StationException.NotReady(
                    "a write-only station cannot open the seed of token %s again".formatted(attempt.serial()),
                    "provision the token again: it gets a fresh seed");
        }
        return held;
    }

    @Override
    public @Nullable SealedSeed proven(
            Transaction tx, Attempt attempt, SealedSeed sealed, @Nullable Seed held, Verification.Accepted accepted) {
        var learned = StationReport.Learned.of(accepted);
        var report = report(tx, attempt, StationReport.Written.of(attempt, tx.now(), learned, null));
        require(held, attempt).use(bytes -> {
            post(tx, report, "seed", bytes);
            return bytes.length;
        });
        return null;
    }

    @Override
    public void spoilt(Transaction tx, Attempt attempt, String reason) {
        post(tx, report(tx, attempt, StationReport.Written.of(attempt, tx.now(), null, reason)), "end", new byte[0]);
    }

    private static StationReport report(Query query, Attempt attempt, StationReport.Written written) {
        var token = query.get("SELECT * FROM physical_token WHERE id = ?", PhysicalToken::of, attempt.physicalId());
        long letterAt =
                query.get("SELECT letter_at FROM attempt WHERE id = ?", row -> row.number("letter_at"), attempt.id());
        return StationReport.ofAttempt(told(token), written, letterAt);
    }

    private static StationReport.Physical told(PhysicalToken token) {
        return new StationReport.Physical(token.manufacturer(), token.model(), token.serial());
    }

    @Override
    public void credential(Transaction tx, PhysicalToken token, TokenCredentials.Standing standing) {
        var report =
                new StationReport(told(token), null, standing, Joined.get(tx).letterAt());
        var clear = TokenCredentials.open(tx, vault, token, standing).orElseThrow();
        try {
            post(tx, report, "credential", clear);
        } finally {
            Arrays.fill(clear, (byte) 0);
        }
    }

    private void post(Transaction tx, StationReport report, String carries, byte[] following) {
        var own = Joined.get(tx);
        var id = identifiers.row();
        long sequence = own.lastSequence() + 1;
        var clear = report.with(following);
        try (var key = ExchangeKey.open(tx, vault)) {
            var info = StationMail.Message.info(own.account(), own.number(), sequence, id);
            tx.update(
                    "INSERT INTO outbox (sequence, id, serial_key, carries, envelope, made_at) VALUES (?, ?, ?, ?, ?, ?)",
                    sequence,
                    id,
                    new SerialNumber.Hardware(report.subject()).key(),
                    carries,
                    hpke.seal(own.registryKey(), key, info, clear),
                    tx.now());
        } finally {
            Arrays.fill(clear, (byte) 0);
        }
        tx.update("UPDATE own_station SET last_sequence = ?", sequence);
    }
}
