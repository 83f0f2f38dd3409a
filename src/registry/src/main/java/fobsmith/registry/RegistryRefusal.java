package fobsmith.registry;

import fobsmith.oath.OtpProfile;
import org.jspecify.annotations.Nullable;

/** One operation is refused by the registry's rules; nothing has been changed. */
public abstract sealed class RegistryRefusal extends RuntimeException {
    private RegistryRefusal(String message) {
        super(message);
    }

    /** No user or group of that name. */
    public static final class Unknown extends RegistryRefusal {
        private final PolicyHolder.Kind kind;
        private final String name;

        public Unknown(PolicyHolder.Kind kind, String name) {
            super("no %s is named \"%s\"".formatted(kind.text(), name));
            this.kind = kind;
            this.name = name;
        }

        public PolicyHolder.Kind kind() {
            return kind;
        }

        public String name() {
            return name;
        }
    }

    /** Names are unique. */
    public static final class Exists extends RegistryRefusal {
        private final PolicyHolder.Kind kind;
        private final String name;

        Exists(PolicyHolder.Kind kind, String name) {
            super("a %s named \"%s\" already exists".formatted(kind.text(), name));
            this.kind = kind;
            this.name = name;
        }

        public PolicyHolder.Kind kind() {
            return kind;
        }

        public String name() {
            return name;
        }
    }

    /** A user is deleted last: first MFA devices, then access keys, groups, policies. Groups likewise. */
    public static final class StillHas extends RegistryRefusal {
        private final Belonging belonging;

        StillHas(Belonging belonging) {
            super(belonging.text);
            this.belonging = belonging;
        }

        public Belonging belonging() {
            return belonging;
        }
    }

    /** What keeps a user or group from being deleted. */
    public enum Belonging {
        MFA_DEVICE("the user still has an MFA device"),
        ACCESS_KEY("the user still has an access key"),
        GROUP("the user is still in a group"),
        MEMBER("the group still has a member"),
        POLICY("a policy is still there");

        private final String text;

        Belonging(String text) {
            this.text = text;
        }
    }

    public static final class UnknownAccessKey extends RegistryRefusal {
        private final String id;

        public UnknownAccessKey(String id) {
            super("no access key \"%s\" of this user".formatted(id));
            this.id = id;
        }

        public String id() {
            return id;
        }
    }

    public static final class UnknownPolicy extends RegistryRefusal {
        private final PolicyHolder.Kind kind;
        private final String name;

        UnknownPolicy(PolicyHolder.Kind kind, String name) {
            super("no policy of this %s is named \"%s\"".formatted(kind.text(), name));
            this.kind = kind;
            this.name = name;
        }

        public PolicyHolder.Kind kind() {
            return kind;
        }

        public String name() {
            return name;
        }
    }

    /** The inline policies of one user or group have a common quota of characters. */
    public static final class PoliciesTooLong extends RegistryRefusal {
        private final PolicyHolder.Kind kind;
        private final String name;

        PoliciesTooLong(PolicyHolder holder) {
            super("the policies of %s \"%s\" would have more than %d characters"
                    .formatted(
                            holder.kind().text(), holder.name(), holder.kind().quota()));
            kind = holder.kind();
            name = holder.name();
        }

        public PolicyHolder.Kind kind() {
            return kind;
        }

        public String name() {
            return name;
        }
    }

    public static final class UnknownAlias extends RegistryRefusal {
        private final String alias;

        UnknownAlias(String alias) {
            super("\"%s\" is not the account's alias".formatted(alias));
            this.alias = alias;
        }

        public String alias() {
            return alias;
        }
    }

    /** Who has a device adds another only after a code of one he has. */
    public static final class CodeNeeded extends RegistryRefusal {
        CodeNeeded(String name) {
            super("user \"%s\" already has an MFA device and has shown no code of it".formatted(name));
        }
    }

    /** For a new desk passphrase only. */
    public static final class PassphraseTooShort extends RegistryRefusal {
        PassphraseTooShort(int length, int shortest) {
            super("the passphrase has %d characters; at least %d are needed, for example five words"
                    .formatted(length, shortest));
        }
    }

    public static final class UnknownToken extends RegistryRefusal {
        private final String serial;

        public UnknownToken(String serial) {
            super("no token with serial %s in the registry".formatted(serial));
            this.serial = serial;
        }

        public String serial() {
            return serial;
        }
    }

    public static final class TokenExists extends RegistryRefusal {
        TokenExists(SerialNumber serial, String how) {
            super("a token with serial %s is already in the registry%s".formatted(serial, how));
        }
    }

    /** The token's state does not allow it: lost, retired, returned and so on. */
    public static final class WrongState extends RegistryRefusal {
        private final String serial;
        private final TokenState state;
        private final @Nullable String ownerId;

        WrongState(Token token, String consequence) {
            super("token %s is %s; %s".formatted(token.serial(), token.state(), consequence));
            this.serial = token.serial().value();
            this.state = token.state();
            this.ownerId = token.ownerId();
        }

        public String serial() {
            return serial;
        }

        public TokenState state() {
            return state;
        }

        /** Whether it is this user's device, or set aside for him. */
        public boolean isOf(User user) {
            return user.id().equals(ownerId);
        }
    }

    /** An attempt to give a token a seed is somebody else's: it has not ended, or he ended it. */
    public static final class AttemptElsewhere extends RegistryRefusal {
        private final String serial;

        private AttemptElsewhere(Attempt attempt, String what) {
            super("the attempt to give token %s a seed, begun at %s, %s"
                    .formatted(attempt.serial(), attempt.startedAt(), what));
            this.serial = attempt.serial().value();
        }

        static AttemptElsewhere open(Attempt attempt) {
            return new AttemptElsewhere(attempt, "has not ended");
        }

        static AttemptElsewhere ended(Attempt attempt) {
            return new AttemptElsewhere(attempt, "has been ended by somebody else");
        }

        public String serial() {
            return serial;
        }
    }

    /** The token's codes are not what IAM takes. */
    public static final class Unfit extends RegistryRefusal {
        Unfit(Token token) {
            super("token %s shows %s; IAM takes TOTP with SHA1, 6 digits and 30 s only"
                    .formatted(token.serial(), describe(token.profile())));
        }

        private static String describe(OtpProfile profile) {
            return switch (profile) {
                case OtpProfile.Totp totp ->
                    "TOTP with %s, %d digits and %d s"
                            .formatted(
                                    totp.algorithm(),
                                    totp.digits(),
                                    totp.timeStep().toSeconds());
                case OtpProfile.Hotp hotp ->
                    "HOTP (it counts events, not time) with %s and %d digits"
                            .formatted(hotp.algorithm(), hotp.digits());
            };
        }
    }

    public static final class QuotaExceeded extends RegistryRefusal {
        private final String quota;
        private final int limit;

        QuotaExceeded(String quota, int limit) {
            super("the quota of %s is %d".formatted(quota, limit));
            this.quota = quota;
            this.limit = limit;
        }

        /** IAM's name of the quota, for example {@code MFADevicesPerUser}. */
        public String quota() {
            return quota;
        }

        public int limit() {
            return limit;
        }
    }

    /** An import would change more of what others use than they can wait for. */
    public static final class TooManyAtOnce extends RegistryRefusal {
        private final int limit;

        TooManyAtOnce(int limit) {
            super("the import replaces and reserves more than %d tokens, too many for one moment".formatted(limit));
            this.limit = limit;
        }

        public int limit() {
            return limit;
        }
    }
}
