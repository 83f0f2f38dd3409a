package fobsmith.registry;

import static java.util.Objects.requireNonNull;

import fobsmith.oath.OtpProfile;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to give a token a seed, as the journal has it.
 *
 * @param tokenId the row it ends in
 * @param slot number of the token's profile
 * @param clockErrorMillis how far the token's clock was ahead right after it was set; null before that
 * @param clockSetAt null before the clock was set
 * @param reason why it is void; null otherwise
 * @param endedAt null while it is open
 */
public record Attempt(
        String id,
        String tokenId,
        String physicalId,
        int slot,
        SerialNumber serial,
        OtpProfile profile,
        Stage stage,
        @Nullable Long clockErrorMillis,
        @Nullable Instant clockSetAt,
        @Nullable String reason,
        Instant startedAt,
        @Nullable Instant endedAt) {

    /** No token's clock is further off right after it was set, or it was not set. */
    public static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(2);

    /** How far an attempt has come. Each stage is durable before what it announces is done. */
    public enum Stage {
        /** The seed is sealed; the token has not been touched. */
        SEALED,
        /** The token may have been changed from now on. */
        WRITING,
        /** The token has shown its codes: token and registry agree. */
        PROVEN,
        /** Ended badly; if the token was touched, it must be written again before use. */
        VOID;

        /** As stored and shown. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        private static Stage parse(String text) {
            return valueOf(text.toUpperCase(Locale.ROOT));
        }
    }

    /** How far the token's clock was ahead right after it was set, for attempts that came so far. */
    public long clockError() {
        return requireNonNull(clockErrorMillis, () -> "the clock of token %s was not set".formatted(serial));
    }

    static Attempt of(Row row) {
        return new Attempt(
                row.text("id"),
                row.text("token_id"),
                row.text("physical_id"),
                (int) row.number("slot"),
                SerialNumber.parse(row.text("serial")),
                ProfileColumns.profile(row),
                Stage.parse(row.text("stage")),
                row.numberOrNull("clock_error_ms"),
                row.instantOrNull("clock_set_at"),
                row.textOrNull("reason"),
                row.instant("started_at"),
                row.instantOrNull("ended_at"));
    }
}
