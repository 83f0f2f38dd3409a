package fobsmith.devices.token2;

import fobsmith.devices.DeviceException;
import fobsmith.devices.StatusWord;

/** What a Molto2's status words mean, in one place. */
final class Refusals {
    /** Asked for by a new customer key only. */
    static final int WAITS_FOR_BUTTON = 0x9060;

    /** AUTHENTICATE was given the answer of another customer key. */
    static final int WRONG_KEY = 0x63;

    /** AUTHENTICATE is answered no more; or a command came without authentication or with a wrong MAC. */
    static final int NOT_AUTHENTIC = 0x6983;

    /** There is nothing to delete. */
    static final int NOTHING_THERE = 0x6a83;

    private Refusals() {}

    static void requireDone(String command, StatusWord status) {
        if (!status.isOk()) {
            throw of(command, status);
        }
    }

    /** The failure of a command that was to be answered 9000. */
    static DeviceException of(String command, StatusWord status) {
        if (status.value() == WAITS_FOR_BUTTON) {
            return new DeviceException.Malformed(
                    "%s was answered 9060 (the token waits for its up arrow), which is no answer to it"
                            .formatted(command));
        }
        return new DeviceException.Refused(
                "%s was refused: %s (%s)".formatted(command, status, meaning(status)), status, remedy(status));
    }

    private static String meaning(StatusWord status) {
        return switch (status.value()) {
            case 0x6700 -> "the token expects another length";
            case NOT_AUTHENTIC -> "the token is not unlocked, or the command's MAC is wrong";
            case 0x6a80 -> "the token does not take these data";
            case NOTHING_THERE -> "the token has no such profile, or nothing in it";
            case 0x6d00 -> "the token does not know this instruction";
            case 0x6e00 -> "the token does not know this class of instructions";
            case 0x6ffb -> "the token does not want to be told how long its answer is";
            default -> "the protocol of a Molto2 does not name this status";
        };
    }

    private static String remedy(StatusWord status) {
        return switch (status.value()) {
            case NOT_AUTHENTIC -> "plug the token in again and start over; if it says so again, set it aside";
            case NOTHING_THERE -> "choose another profile: a Molto2 of the first version has 50";
            default -> "set this token aside; it may have other firmware than a Molto2 v2";
        };
    }
}
