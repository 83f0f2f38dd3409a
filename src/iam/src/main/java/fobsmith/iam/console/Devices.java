package fobsmith.iam.console;

import fobsmith.iam.DeviceDeeds;
import fobsmith.registry.CodeOutcome;
import fobsmith.registry.CodePair;
import fobsmith.registry.SerialNumber;
import fobsmith.registry.Tag;
import fobsmith.registry.Token;
import fobsmith.registry.User;
import java.util.List;
import java.util.regex.Pattern;

/**
 * People's devices. For root, each verb that names a user asks for {@code fobsmith:ManageRoot} instead of the action it names.
 * The rule of {@link fobsmith.iam.MfaFirst} holds here as it does for the API. Thread-safe.
 */
public final class Devices {
    private static final long ONE_STEP_MILLIS = 30_000;
    private static final Pattern KEY = Pattern.compile("[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]{1,128}");
    private static final Pattern VALUE = Pattern.compile("[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]{0,256}");

    private final DeskSession session;

    Devices(DeskSession session) {
        this.session = session;
    }

    /** Gives a free token, or one reserved for him, to the user. Asks for {@code iam:EnableMFADevice}. */
    public PairOutcome enable(User user, SerialNumber serial, TypedPair typed) {
        return pair(
                user, "EnableMFADevice", typed, (deeds, owner, codes) -> deeds.enable(owner, serial.value(), codes));
    }

    /** Learns anew how far the device's clock is off. Asks for {@code iam:ResyncMFADevice}. */
    public PairOutcome resync(User user, SerialNumber serial, TypedPair typed) {
        return pair(
                user, "ResyncMFADevice", typed, (deeds, owner, codes) -> deeds.resync(owner, serial.value(), codes));
    }

    /** Takes the device back: hardware is returned, a virtual device unassigned. Asks for {@code iam:DeactivateMFADevice}. */
    public void deactivate(User user, SerialNumber serial) {
        session.run(authority -> new DeviceDeeds(authority)
                .deactivate(session.user(authority, "DeactivateMFADevice", user), serial.value()));
    }

    /**
     * Adds tags to a device, and overwrites those of equal keys. Asks for {@code iam:TagMFADevice}.
     *
     * @throws IllegalArgumentException for a key or value that IAM would not take
     */
    public void tag(SerialNumber serial, List<Tag> tags) {
        tags.forEach(Devices::require);
        session.deed(deeds -> {
            deeds.tag(serial.value(), tags);
            return tags;
        });
    }

    /** As the API has it. */
    private static void require(Tag tag) {
        if (!KEY.matcher(tag.key()).matches() || !VALUE.matcher(tag.value()).matches()) {
            throw new IllegalArgumentException("\"%s\" = \"%s\" is no tag".formatted(tag.key(), tag.value()));
        }
    }

    /** Takes tags from a device; keys that are not there are no mistake. Asks for {@code iam:UntagMFADevice}. */
    public void untag(SerialNumber serial, List<String> keys) {
        session.deed(deeds -> {
            deeds.untag(serial.value(), keys);
            return keys;
        });
    }

    private PairOutcome pair(User user, String action, TypedPair typed, Deed deed) {
        return session.run(authority -> {
            var owner = session.user(authority, action, user);
            var late = typed.late(session.registry().now());
            return switch (deed.with(new DeviceDeeds(authority), owner, typed.codes())) {
                case CodeOutcome.Refused refused -> new PairOutcome.Refused(refused.reason());
                case CodeOutcome.Accepted accepted
                when TypedPair.isTooLate(late) || isOldOnAPhone(accepted.token()) ->
                    new PairOutcome.OutOfSync(accepted.token(), late);
                case CodeOutcome.Accepted accepted -> new PairOutcome.Done(accepted.token());
            };
        });
    }

    /** A phone's clock is right: what looks like drift is the age of the codes, whatever older codes have taught before. */
    private static boolean isOldOnAPhone(Token token) {
        return switch (token.serial()) {
            case SerialNumber.VirtualArn _ -> Math.abs(token.clock().driftMillis()) > ONE_STEP_MILLIS;
            case SerialNumber.Hardware _ -> false;
        };
    }

    @FunctionalInterface
    private interface Deed {
        CodeOutcome with(DeviceDeeds deeds, User owner, CodePair codes);
    }
}
