package fobsmith.provisioning;

import fobsmith.registry.SerialNumber;
import java.time.Duration;

/** Provisioning stops; each message says what has become of the token. */
public abstract sealed class ProvisioningException extends RuntimeException {
    private final String hint;

    private ProvisioningException(String message, String hint) {
        super(message);
        this.hint = hint;
    }

    /** What to do now; may be empty. */
    public String hint() {
        return hint;
    }

    /** Nothing has been changed: there is a seed already, and nobody said that it may be destroyed. */
    public static final class CarriesSeed extends ProvisioningException {
        CarriesSeed(SerialNumber serial) {
            super(
                    "token %s carries a seed already".formatted(serial),
                    "with --overwrite that seed is destroyed for ever; choose another --profile to keep it");
        }
    }

    /** Nothing has been changed: too few tries are left to try a credential. */
    public static final class FewTriesLeft extends ProvisioningException {
        FewTriesLeft(String serial, int tries, int kept) {
            super(
                    "token %s has told that tries of its credential are left: %d; the last %d are not spent unasked"
                            .formatted(serial, tries, kept),
                    "find out its credential and use --credential-file and --allow-tries; after a factory reset, enter the"
                            + " factory's");
        }
    }

    /** Nothing has been changed: somebody has set a credential, and the registry does not know it. */
    public static final class CredentialUnknown extends ProvisioningException {
        CredentialUnknown(String serial) {
            super(
                    "token %s is locked with a credential that the registry does not know".formatted(serial),
                    "give it with --credential-file");
        }
    }

    /** Nothing has been changed: nobody could prove the seed. */
    public static final class CodesLocked extends ProvisioningException {
        CodesLocked(String serial) {
            super(
                    "token %s gives its codes only to who enters its user PIN".formatted(serial),
                    "give it with --user-pin-file, or switch that protection off in the vendor's program");
        }
    }

    /** The token still has its old credential, or nobody pressed its button. */
    public static final class CredentialNotTaken extends ProvisioningException {
        CredentialNotTaken(String serial) {
            super(
                    "token %s has not taken its new credential; no seed has been written".formatted(serial),
                    "start over, and press the button while the token asks for it");
        }
    }

    /** The attempt is void: the clock does not show what it was set to. */
    public static final class ClockNotTaken extends ProvisioningException {
        ClockNotTaken(SerialNumber serial, Duration error) {
            super(
                    "the clock of token %s is %+.1f s off right after it was set"
                            .formatted(serial, error.toMillis() / 1000.0),
                    "set this token aside, its clock is broken; or look at this machine's clock");
        }
    }

    /** The attempt is void: the codes were wrong too often. */
    public static final class NotProven extends ProvisioningException {
        NotProven(SerialNumber serial, int times) {
            super(
                    "token %s did not show the right codes %d times in a row".formatted(serial, times),
                    "provision it again; if it happens again, set the token aside");
        }
    }

    /** The operator stopped; an attempt that was open is void. */
    public static final class GivenUp extends ProvisioningException {
        public GivenUp(String message) {
            super(message, "provision the token again before use");
        }
    }
}
