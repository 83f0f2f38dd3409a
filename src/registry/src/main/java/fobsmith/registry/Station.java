package fobsmith.registry;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A write-only station as its registry knows it.
 *
 * @param fingerprint of its public key
 * @param lastSequence number of the newest message of it that was answered
 * @param revokedAt from when on nothing of it is taken; null while it is trusted
 */
public record Station(
        int number,
        String name,
        String fingerprint,
        long lastSequence,
        Instant registeredAt,
        @Nullable Instant revokedAt) {

    static Station of(Row row) {
        return new Station(
                (int) row.number("number"),
                row.text("name"),
                ExchangeKey.fingerprint(row.bytes("public_key")),
                row.number("last_sequence"),
                row.instant("created_at"),
                row.instantOrNull("revoked_at"));
    }
}
