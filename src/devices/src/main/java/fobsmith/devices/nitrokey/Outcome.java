package fobsmith.devices.nitrokey;

import fobsmith.devices.DeviceException;
import java.util.Arrays;

/** What came of a command: last_cmd_status, by the firmware's own numbers. */
enum Outcome {
    OK(0, "was done", ""),
    WRONG_CRC(1, "arrived damaged", "plug the token in again and start over; if it says so again, try another cable"),
    WRONG_SLOT(2, "names a slot that the token does not have", "choose another profile"),
    SLOT_NOT_PROGRAMMED(3, "asks for a slot that carries no seed", "provision this profile first"),
    WRONG_PASSWORD(4, "comes with a PIN that is not the token's", "find out the PIN of this token, and never guess"),
    NOT_AUTHORIZED(
            5,
            "needs a PIN that was not given",
            "plug the token in again and start over; if it says so again, set it aside"),
    TIMESTAMP_WARNING(6, "would turn the clock back", "set this token aside; it may have other firmware"),
    NO_NAME(7, "comes without a name", "give the profile a title"),
    NOT_SUPPORTED(8, "is not supported by this token", "set this token aside; it may have other firmware"),
    UNKNOWN_COMMAND(9, "is unknown to this token", "set this token aside; it needs firmware 0.8 or later"),
    AES_DEC_FAILED(10, "failed, for the token cannot decrypt its own memory", "set this token aside"),
    AES_CREATE_FAILED(11, "failed, for the token cannot make its own key", "set this token aside"),
    ERROR_CHANGING_USER_PASSWORD(12, "did not change the user PIN", "choose one of 6 to 20 characters"),
    ERROR_CHANGING_ADMIN_PASSWORD(13, "did not change the admin PIN", "choose one of 8 to 20 characters"),
    ERROR_UNBLOCKING_PIN(14, "did not free the user PIN", "find out the admin PIN of this token");

    private final int status;
    private final String meaning;
    private final String remedy;

    Outcome(int status, String meaning, String remedy) {
        this.status = status;
        this.meaning = meaning;
        this.remedy = remedy;
    }

    /** @throws DeviceException.Malformed where the protocol does not name the number */
    static Outcome of(Command command, int status) {
        return Arrays.stream(values())
                .filter(outcome -> outcome.status == status)
                .findFirst()
                .orElseThrow(() -> new DeviceException.Malformed(
                        "%s was answered by status %d, which the protocol does not name".formatted(command, status)));
    }

    /** The failure of a command that was to be done. */
    DeviceException refusal(Command command) {
        return new DeviceException.Refused(
                "%s was refused: it %s (status %d)".formatted(command, meaning, status), remedy);
    }
}
