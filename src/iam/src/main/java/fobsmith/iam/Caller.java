package fobsmith.iam;

import fobsmith.registry.Actor;
import fobsmith.registry.Role;
import fobsmith.registry.User;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who signed a request.
 *
 * @param accessKeyId AKIA… or ASIA…
 * @param user who it is, or who began it where a role is assumed
 * @param assumed null where nobody has assumed a role
 * @param session null where the request was signed with a long-term key
 * @param address where the request came from, for policies
 * @param host the same for the audit trail: the name of the machine where somebody sits at it
 */
public record Caller(
        User user,
        String accessKeyId,
        @Nullable Session session,
        @Nullable AssumedRole assumed,
        String address,
        String host) {
    private static final String LOOPBACK = "127.0.0.1";

    /** Over the network. */
    public Caller(
            User user, String accessKeyId, @Nullable Session session, @Nullable AssumedRole assumed, String address) {
        this(user, accessKeyId, session, assumed, address, address);
    }

    /** Somebody who is nobody but himself. */
    public Caller(User user, String accessKeyId, @Nullable Session session, String address) {
        this(user, accessKeyId, session, null, address);
    }

    /** Somebody who signs with an access key on this machine, if he signs at all: see {@link Rehearsal}. */
    static Caller here(User user) {
        return new Caller(user, "", null, LOOPBACK);
    }

    /** Somebody who sits at a machine that holds the registry key, and signed in there. */
    public static Caller atDesk(User user, Session session, String host) {
        return new Caller(user, session.longTermKeyId(), session, null, LOOPBACK, host);
    }

    /** As what a user acts for a while, under a name of his choice. */
    public record AssumedRole(Role role, String sessionName) {
        /** As in answers of STS and in messages. */
        public String arn(String account) {
            return "arn:aws:sts::%s:assumed-role/%s/%s".formatted(account, role.name(), sessionName);
        }

        public String uniqueId() {
            return role.id() + ":" + sessionName;
        }
    }

    /** The access key that signed, or that began the session. */
    public String longTermKeyId() {
        return session == null ? accessKeyId : session.longTermKeyId();
    }

    /** As in answers of STS and in messages. */
    public String arn(String account) {
        return assumed == null ? user.arn(account) : assumed.arn(account);
    }

    /** As policies name him. */
    public String principal(String account) {
        return assumed == null ? user.arn(account) : assumed.role().arn(account);
    }

    public String uniqueId() {
        return assumed == null ? user.id() : assumed.uniqueId();
    }

    /** The unique ids by which trust policies may mean him: a session's is also its role's. */
    List<String> trustedAs() {
        return assumed == null ? List.of(user.id()) : List.of(assumed.role().id(), assumed.uniqueId());
    }

    /** The same by ARN, as trust policies mean him that were stored before they kept ids. */
    List<String> namedAs(String account) {
        return assumed == null
                ? List.of(user.arn(account))
                : List.of(assumed.role().arn(account), assumed.arn(account));
    }

    /**
     * What GetSessionToken or AssumeRole gave out.
     *
     * @param longTermKeyId the access key that began it
     * @param mfaSerial the device whose code was shown; null for a session without MFA
     * @param limit when a temporary device ends whose code was shown for this or for what it was begun from; null for others
     */
    public record Session(
            String longTermKeyId,
            Instant issuedAt,
            Instant expiresAt,
            @Nullable String mfaSerial,
            @Nullable Instant limit) {
        public boolean isWithMfa() {
            return mfaSerial != null;
        }

        /** As roles have it. It ends when it would. */
        public Session withoutMfa() {
            return new Session(longTermKeyId, issuedAt, expiresAt, null, limit);
        }
    }

    /** As the audit trail and the throttle know him, whatever role he has assumed. */
    public Actor actor() {
        return new Actor(user.id(), host);
    }
}
