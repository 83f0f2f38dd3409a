package fobsmith.devices.flipper;

import fobsmith.devices.DeviceException;
import fobsmith.oath.Base32;
import fobsmith.oath.OtpProfile;
import java.util.Arrays;
import java.util.List;

/** The Authenticator application: its command {@code totp} is there only while it is open, so it is opened when needed. */
final class Authenticator {
    private static final String QUESTION = "Enter token secret";
    private static final String OPEN = "loader open Authenticator";

    private final Shell shell;
    private final FlipperTiming timing;

    Authenticator(Shell shell, FlipperTiming timing) {
        this.shell = shell;
        this.timing = timing;
    }

    List<TokenRow> list() {
        return TokenRow.read(run("totp ls --tsv"));
    }

    /** Nobody asked for codes of another place on earth. */
    void setUtc() {
        FlipperClock.requireZone(run("totp tz 0"));
    }

    /** Deletes without asking at the buttons, where the number still means this token: the buttons may have moved it. */
    void delete(TokenRow row) {
        var details = run("totp cat %d --tsv".formatted(row.index()));
        if (details.lines().stream().noneMatch(line -> line.text().equals("Name\t" + row.name()))) {
            throw new DeviceException.Refused(
                    "token %d of the Authenticator is another than a moment ago".formatted(row.index()),
                    "leave the Flipper's buttons alone meanwhile, and start over");
        }
        var answer = run("totp delete %d -f".formatted(row.index()));
        if (answer.verdict() != Line.Verdict.SUCCESS) {
            throw new DeviceException.Refused(
                    "the Authenticator did not delete token %d".formatted(row.index()),
                    "delete it at the Flipper's own buttons");
        }
    }

    /** Types the seed in base32, upper case and without padding, for the Authenticator takes no other. */
    void add(String name, OtpProfile.Totp otp, byte[] seed) {
        var command = "totp add \"%s\" -t totp -a %s -e base32 -d %d -l %d"
                .formatted(
                        name,
                        FlipperLimits.algorithm(otp),
                        otp.digits(),
                        otp.timeStep().toSeconds());
        var text = Base32.encode(seed);
        try {
            requireAdded(shell.runWithSecret(command, QUESTION, text));
        } finally {
            Arrays.fill(text, (byte) 0);
        }
    }

    private static void requireAdded(Answer answer) {
        switch (answer.verdict()) {
            case SUCCESS -> {}
            case ERROR, WARNING -> throw refusal(answer);
            case INFO ->
                throw new DeviceException.Refused(
                        "the seed was not taken: somebody cancelled it",
                        "start over, and leave the Flipper alone meanwhile");
            case NONE ->
                throw new DeviceException.Malformed(
                        "the Flipper went back to its prompt in the middle of a dialogue, as after a restart");
        }
    }

    private static DeviceException refusal(Answer answer) {
        if (answer.contains("can not be parsed")) {
            return new DeviceException.Refused(
                    "the Authenticator cannot read the seed as base32",
                    "start over; set the Flipper aside if it says so again");
        }
        if (answer.contains("updating config file")) {
            return new DeviceException.Refused(
                    "the Authenticator cannot write its file", "see that the Flipper's memory card has room");
        }
        return new DeviceException.Refused(
                "the Authenticator does not know how to add such a token",
                "update the Authenticator to version 5 or later");
    }

    private Answer run(String command) {
        var answer = shell.run(command);
        if (isThere(answer)) {
            return answer;
        }
        shell.run(OPEN);
        for (int i = 0; i < timing.slicesOfOpening(); i++) {
            answer = shell.run(command);
            if (isThere(answer)) {
                return answer;
            }
            shell.pause();
        }
        throw new DeviceException.Refused(
                "the Authenticator does not open on the Flipper",
                "close what is open there, and install the Authenticator if it is missing");
    }

    private static boolean isThere(Answer answer) {
        return !answer.contains("could not find command");
    }
}
