package fobsmith.iam.console;

import fobsmith.registry.CodeOutcome;
import fobsmith.registry.Token;
import java.time.Instant;

/** How far a sign-in at the desk has come. */
public sealed interface SignInStep
        permits SignInStep.SignedIn, CodeWanted, SignInStep.Refused, SignInStep.CodeRefused, SignInStep.Paused {

    /** The operator is in; whoever takes the console closes it. */
    record SignedIn(Console console) implements SignInStep {}

    /** Nobody of this name, or one without a passphrase, or another passphrase: nobody is told which. */
    record Refused() implements SignInStep {}

    /**
     * The passphrase was right, the code was not; the {@link CodeWanted} before this one takes another.
     *
     * @param device as it stands now: where codes pause, until when
     */
    record CodeRefused(CodeOutcome.Reason reason, Token device) implements SignInStep {}

    /** Too many wrong passphrases for this name: none is looked at until then. */
    record Paused(Instant until) implements SignInStep {}
}
