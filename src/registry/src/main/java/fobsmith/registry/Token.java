package fobsmith.registry;

import static java.util.Objects.requireNonNull;

import fobsmith.oath.OtpProfile;
import fobsmith.oath.TokenClock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One row of the registry: one serial number, one seed (which stays sealed and is not part of this), at most one owner.
 *
 * @param reservedFrom what a reserved token goes back to; null for others
 * @param ownerId unique id of the user, null unless enabled or reserved
 * @param suspect the clock was further off than its age explains when it was last looked at
 * @param toBeConfirmed enabled when the registry was restored from a backup: no sign-in until a resynchronisation
 * @param failures wrong codes in a row
 * @param pauseUntil no code is looked at before this time
 * @param enabledAt null unless enabled
 * @param expiresAt of a temporary device: no code is taken from then on; null for all others
 */
public record Token(
        String id,
        SerialNumber serial,
        String manufacturer,
        String model,
        OtpProfile profile,
        TokenState state,
        @Nullable TokenState reservedFrom,
        @Nullable String ownerId,
        int seedVersion,
        TokenClock clock,
        boolean suspect,
        boolean toBeConfirmed,
        int failures,
        Instant pauseUntil,
        Instant createdAt,
        @Nullable Instant enabledAt,
        @Nullable Instant expiresAt) {

    static Token of(Row row) {
        return new Token(
                row.text("id"),
                SerialNumber.parse(row.text("serial")),
                row.text("manufacturer"),
                row.text("model"),
                ProfileColumns.profile(row),
                TokenState.parse(row.text("state")),
                TokenState.parseOrNull(row.textOrNull("reserved_from")),
                row.textOrNull("owner_id"),
                (int) row.number("seed_version"),
                new TokenClock(
                        row.number("next_step"),
                        row.number("drift_ms"),
                        row.instantOrNull("learned_at"),
                        row.instantOrNull("accepted_at")),
                row.flag("suspect"),
                row.flag("to_be_confirmed"),
                (int) row.number("failures"),
                row.instant("pause_until"),
                row.instant("created_at"),
                row.instantOrNull("enabled_at"),
                row.instantOrNull("expires_at"));
    }

    /** When an enabled device was enabled. */
    public Instant enabledSince() {
        return requireNonNull(enabledAt, () -> "token %s is %s, not enabled".formatted(serial, state));
    }

    /** Whether it was a temporary device and its time is over. */
    public boolean isExpired(Instant now) {
        return expiresAt != null && !now.isBefore(expiresAt);
    }

    /** Names a token where names of people must not stand: an ARN holds a name somebody chose. */
    public String auditSubject() {
        return switch (serial) {
            case SerialNumber.Hardware hardware -> hardware.value();
            case SerialNumber.VirtualArn _ -> id;
        };
    }

    /** Whether IAM takes it: TOTP with SHA-1, 6 digits and 30 seconds. */
    public boolean fitsIam() {
        return profile.equals(OtpProfile.Totp.STANDARD);
    }
}
