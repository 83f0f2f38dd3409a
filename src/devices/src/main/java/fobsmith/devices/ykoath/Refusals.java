package fobsmith.devices.ykoath;

import fobsmith.devices.DeviceException;
import fobsmith.devices.StatusWord;

/** What the family's status words mean, in one place. */
final class Refusals {
    static final int LOCKED = 0x6982;
    static final int NO_SUCH_OBJECT = 0x6984;
    static final int CONDITIONS = 0x6985;
    static final int WRONG_DATA = 0x6a80;
    static final int NO_APPLICATION = 0x6a82;
    static final int WRONG_PARAMETERS = 0x6b00;
    static final int UNKNOWN_INSTRUCTION = 0x6d00;

    private static final String UNLOCK = "unlock the token with its password, touch it when it blinks, and try again";

    private Refusals() {}

    /** The data of a command that was done. */
    static byte[] data(String command, OathCard.Answer answer) {
        if (answer.status().isOk()) {
            return answer.data();
        }
        requireNoData(command, answer);
        throw of(command, answer.status());
    }

    /** For a command that is answered by a status word alone. */
    static void requireDone(String command, OathCard.Answer answer) {
        requireNoData(command, answer);
        if (!answer.status().isOk()) {
            throw of(command, answer.status());
        }
    }

    static void requireNoData(String command, OathCard.Answer answer) {
        if (answer.data().length > 0) {
            throw new DeviceException.Malformed("%s was answered by %d bytes where a status word alone was due"
                    .formatted(command, answer.data().length));
        }
    }

    static DeviceException of(String command, StatusWord status) {
        return new DeviceException.Refused(
                "%s was refused: %s (%s)".formatted(command, status, meaning(command, status)),
                status,
                remedy(command, status));
    }

    /** Only these bring a name that another credential may have. */
    private static boolean bringsAName(String command) {
        return command.equals("PUT") || command.equals("RENAME");
    }

    private static String meaning(String command, StatusWord status) {
        return switch (status.value()) {
            case 0x6581, 0x6900, 0x6f00 -> "the token failed, perhaps for lack of memory";
            case 0x6700 -> "the token expects another length";
            case LOCKED -> "the token is locked, or nobody touched it in time";
            case NO_SUCH_OBJECT -> "the token has no such credential";
            case CONDITIONS ->
                bringsAName(command)
                        ? "the token has a credential of this name already, or is locked"
                        : "the token is locked, or does not allow this now";
            case WRONG_DATA -> "the token does not take these data";
            case 0x6a84 -> "the token is full";
            case 0x6a86, WRONG_PARAMETERS -> "the token does not know these parameters";
            case NO_APPLICATION -> "the token has no such application";
            case UNKNOWN_INSTRUCTION -> "the token does not know this instruction";
            default -> "the protocol of the token does not name this status";
        };
    }

    private static String remedy(String command, StatusWord status) {
        return switch (status.value()) {
            case LOCKED -> UNLOCK;
            case NO_SUCH_OBJECT -> "look at the token again: another program may have changed it";
            case CONDITIONS -> bringsAName(command) ? "erase that credential first, or choose another title" : UNLOCK;
            case 0x6a84 -> "delete credentials that nobody needs any more";
            default -> "plug the token in again and start over; if it says so again, set it aside";
        };
    }
}
