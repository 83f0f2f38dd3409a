package fobsmith.iam;

import fobsmith.registry.Actor;
import fobsmith.registry.User;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who signed a request.
 *
 * @param accessKeyId AKIA… or ASIA…
 * @param session null where the request was signed with a long-term key
 * @param address where the request came from
 */
public record Caller(
        User user, String accessKeyId, @Nullable Session session, String address) {

    /**
     * What GetSessionToken gave out.
     *
     * @param mfaSerial the device whose code was shown; null for a session without MFA
     */
    public record Session(
            Instant issuedAt, Instant expiresAt, @Nullable String mfaSerial) {
        public boolean isWithMfa() {
            return mfaSerial != null;
        }
    }

    /** As the audit trail and the throttle know him. */
    public Actor actor() {
        return new Actor(user.id(), address);
    }
}
