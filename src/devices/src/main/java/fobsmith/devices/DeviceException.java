package fobsmith.devices;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something went wrong between us and a token, cut by what the operator can do about it. Messages never hold bytes of a
 * request or response.
 */
public abstract sealed class DeviceException extends RuntimeException {
    private DeviceException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** What to do now, as half a sentence for a hint. */
    public String advice() {
        return switch (this) {
            case LinkLost _ -> "plug the token in again and start over; what was not finished does not count";
            case Unavailable unavailable -> unavailable.remedy;
            case Refused refused -> refused.remedy;
            case WrongCredential _ -> "find out which credential this token has, and never guess: it counts the tries";
            case Malformed _ -> "set this token aside; its answers break the rules of its protocol";
            case Unsupported _ -> "choose another model, or ask less of this one";
        };
    }

    /** The token was pulled out, lost power, or fell silent. Nothing more can be said over this link. */
    public static final class LinkLost extends DeviceException {
        public LinkLost(String message) {
            super(message, null);
        }

        public LinkLost(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    /** The token is there but cannot be opened: no permission, held by another program, no such server. */
    public static final class Unavailable extends DeviceException {
        private final String remedy;

        /** The remedy is half a sentence for a hint. */
        public Unavailable(String message, String remedy) {
            this(message, remedy, null);
        }

        public Unavailable(String message, String remedy, @Nullable Throwable cause) {
            super(message, cause);
            this.remedy = remedy;
        }
    }

    /** The token understood and said no, or would have done what nobody wants, and was not asked. */
    public static final class Refused extends DeviceException {
        private final @Nullable StatusWord status;
        private final String remedy;

        /** The token said no. The remedy is half a sentence for a hint; may be empty. */
        public Refused(String message, StatusWord status, String remedy) {
            super(message, null);
            this.status = status;
            this.remedy = remedy;
        }

        /** The driver said no in the token's stead. */
        public Refused(String message, String remedy) {
            super(message, null);
            this.status = null;
            this.remedy = remedy;
        }

        /** What the token said, where it was asked. */
        public Optional<StatusWord> status() {
            return Optional.ofNullable(status);
        }
    }

    /** The token did not take a credential; recovery may know another one. */
    public static final class WrongCredential extends DeviceException {
        /** Of a token that takes wrong ones without end. */
        public static final int UNCOUNTED = Integer.MAX_VALUE;

        private final int triesLeft;

        /** Tries left as the token tells, or {@link #UNCOUNTED}. */
        public WrongCredential(String message, int triesLeft) {
            super(message, null);
            this.triesLeft = triesLeft;
        }

        public int triesLeft() {
            return triesLeft;
        }

        /** Whether the token counts its tries at all. */
        public boolean isCounted() {
            return triesLeft != UNCOUNTED;
        }
    }

    /** The token answered something that its protocol does not allow. */
    public static final class Malformed extends DeviceException {
        public Malformed(String message) {
            super(message, null);
        }
    }

    /** This model cannot do that. Said before anything is changed. */
    public static final class Unsupported extends DeviceException {
        public Unsupported(String message) {
            super(message, null);
        }
    }
}
