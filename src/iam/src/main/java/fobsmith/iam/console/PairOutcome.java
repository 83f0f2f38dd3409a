package fobsmith.iam.console;

import fobsmith.registry.CodeOutcome;
import fobsmith.registry.Token;
import java.time.Duration;

/** What came of two codes. Stored before it is told. */
public sealed interface PairOutcome {

    /**
     * Done.
     *
     * @param token as it stands now; where it is suspect, its clock is further off than its age explains
     */
    record Done(Token token) implements PairOutcome {}

    /**
     * Done, but the codes were old when they came: the registry believes the token's clock to be further back than it is, and
     * will not take its next codes. A resynchronisation mends it.
     *
     * @param late from the typing of the second code to now; zero where the codes were old before they were typed, which
     *     shows where the clock is known to be right
     */
    record OutOfSync(Token token, Duration late) implements PairOutcome {}

    /** Nothing is done. */
    record Refused(CodeOutcome.Reason reason) implements PairOutcome {}
}
