package fobsmith.cli;

import fobsmith.registry.CodeOutcome;
import fobsmith.registry.SerialNumber;

/** What typed codes did, as commands print it. */
public record CodeResult(String serial, String state, double driftSeconds, boolean suspect) {

    /** A refusal becomes a failure of the command, with the reason that only the console learns. */
    public static CodeResult require(SerialNumber serial, CodeOutcome outcome) {
        return switch (outcome) {
            case CodeOutcome.Accepted(var token, var verification) ->
                new CodeResult(
                        token.serial().value(),
                        token.state().text(),
                        token.clock().driftMillis() / 1000.0,
                        verification.suspect());
            case CodeOutcome.Refused(var reason) ->
                throw new CliException("token %s: %s".formatted(serial, reason.text()), hint(serial, reason));
        };
    }

    private static String hint(SerialNumber serial, CodeOutcome.Reason reason) {
        return switch (reason) {
            case WRONG ->
                "type two codes that follow each other, the older first, and look whether the serial is the token's";
            case CONSUMED -> "wait until the token shows codes that were never typed";
            case PAUSED -> "wait, or run: fobsmith device unlock " + serial;
            case UNCONFIRMED -> "fobsmith device resync USER SERIAL CODE1 CODE2";
            case OVERTAKEN -> "try again with new codes";
        };
    }

    public String text(String done) {
        return "%s %s; its clock is %+.1f s off%s"
                .formatted(done, serial, driftSeconds, suspect ? ", more than its age explains" : "");
    }
}
