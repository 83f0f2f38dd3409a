package fobsmith.cli.token;

import fobsmith.oath.OtpProfile;
import fobsmith.registry.Registry;
import fobsmith.registry.Token;
import fobsmith.registry.TokenState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A token as commands print it. */
public record TokenView(
        String serial,
        TokenState state,
        @Nullable String user,
        String manufacturer,
        String model,
        String profile,
        double driftSeconds,
        boolean suspect,
        boolean toBeConfirmed,
        int failures,
        @Nullable Instant pausedUntil,
        long pausedCallers,
        @Nullable Instant enabledAt,
        @Nullable Instant expiresAt,
        boolean expired) {

    public static final List<String> HEADINGS = List.of("SERIAL", "STATE", "USER", "MODEL", "PROFILE", "DRIFT", "NOTE");

    public static TokenView of(Registry registry, Token token) {
        var now = registry.now();
        return new TokenView(
                token.serial().value(),
                token.state(),
                userName(registry, token.ownerId()),
                token.manufacturer(),
                token.model(),
                profile(token.profile()),
                token.clock().driftMillis() / 1000.0,
                token.suspect(),
                token.toBeConfirmed(),
                token.failures(),
                token.pauseUntil().isAfter(now) ? token.pauseUntil() : null,
                registry.tokens().pausedCallers(token, now),
                token.enabledAt(),
                token.expiresAt(),
                token.isExpired(now));
    }

    private static @Nullable String userName(Registry registry, @Nullable String id) {
        return id == null ? null : registry.names().find(id).orElse(id);
    }

    static String profile(OtpProfile profile) {
        return switch (profile) {
            case OtpProfile.Totp totp ->
                "TOTP %s %d digits %d s"
                        .formatted(
                                totp.algorithm(), totp.digits(), totp.timeStep().toSeconds());
            case OtpProfile.Hotp hotp -> "HOTP %s %d digits".formatted(hotp.algorithm(), hotp.digits());
        };
    }

    public List<String> cells() {
        return List.of(
                serial,
                state.text(),
                user == null ? "-" : user,
                modelText(),
                profile,
                "%+.1f s".formatted(driftSeconds),
                note());
    }

    String modelText() {
        return (manufacturer + " " + model).strip();
    }

    /** What an operator should know at a glance. */
    public String note() {
        if (expired) {
            return "expired at %s".formatted(expiresAt);
        }
        if (toBeConfirmed) {
            return "to be confirmed: resynchronise it";
        }
        if (pausedUntil != null) {
            return "pauses until %s after %d wrong codes".formatted(pausedUntil, failures);
        }
        if (pausedCallers > 0) {
            return "%d others pause after wrong codes".formatted(pausedCallers);
        }
        return switch (state) {
            case WRITING -> "a seed is on its way, or was when a station stopped: provision it again";
            case VOID -> "provision it again before use";
            case IMPORTED, PROVEN, RESERVED, ENABLED, RETURNED, LOST, RETIRED, UNASSIGNED ->
                suspect ? "suspect clock" : expiry();
        };
    }

    private String expiry() {
        return expiresAt == null ? "" : "expires at %s".formatted(expiresAt);
    }
}
