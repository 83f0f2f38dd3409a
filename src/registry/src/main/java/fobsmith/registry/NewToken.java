package fobsmith.registry;

import fobsmith.oath.OtpProfile;
import fobsmith.oath.TokenClock;
import org.jspecify.annotations.Nullable;

/**
 * A row about to be made: its seed is sealed already, so any number of them may wait for their transaction.
 *
 * @param clock what is known of the token's clock from the start
 */
public record NewToken(
        String id,
        SerialNumber serial,
        String manufacturer,
        String model,
        OtpProfile profile,
        SealedSeed sealed,
        TokenState state,
        TokenClock clock) {

    static final String INSERT = "INSERT INTO token (id, serial, serial_key, kind, manufacturer, model, import_id, otp,"
            + " algorithm, digits, step_seconds, state, sealed_seed, key_version, seed_version, next_step, drift_ms,"
            + " learned_at, suspect, failures, pause_until, created_at)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?, 0, 0, 0, ?)";

    void insert(Transaction tx) {
        tx.update(INSERT, columns(tx, null));
    }

    /** The parameters of {@link #INSERT}. */
    @Nullable
    Object[] columns(Transaction tx, @Nullable String importId) {
        var columns = ProfileColumns.of(profile);
        return new @Nullable Object[] {
            id,
            serial.value(),
            serial.key(),
            kind(),
            manufacturer,
            model,
            importId,
            columns.otp(),
            columns.algorithm(),
            columns.digits(),
            columns.stepSeconds(),
            state.text(),
            sealed.bytes(),
            sealed.keyVersion(),
            clock.nextStep(),
            clock.driftMillis(),
            clock.learnedAt(),
            tx.now()
        };
    }

    /** Puts what is to replace the seed of a token where nobody looks yet. */
    void stage(Transaction tx, String importId, String tokenId, SealedSeed sealedForToken) {
        var columns = ProfileColumns.of(profile);
        tx.update(
                "INSERT INTO staged_token (import_id, staged_at, id, serial, serial_key, manufacturer, model, otp,"
                        + " algorithm, digits, step_seconds, sealed_seed, key_version, next_step, drift_ms)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                importId,
                tx.now(),
                tokenId,
                serial.value(),
                serial.key(),
                manufacturer,
                model,
                columns.otp(),
                columns.algorithm(),
                columns.digits(),
                columns.stepSeconds(),
                sealedForToken.bytes(),
                sealedForToken.keyVersion(),
                clock.nextStep(),
                clock.driftMillis());
    }

    private String kind() {
        return switch (serial) {
            case SerialNumber.Hardware _ -> "hardware";
            case SerialNumber.VirtualArn _ -> "virtual";
        };
    }
}
