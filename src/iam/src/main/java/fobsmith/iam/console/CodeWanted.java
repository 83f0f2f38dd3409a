package fobsmith.iam.console;

import fobsmith.oath.OneTimePassword;
import fobsmith.registry.CodeOutcome;
import fobsmith.registry.RegistryRefusal;
import fobsmith.registry.SerialNumber;
import fobsmith.registry.Token;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The passphrase was right, and the user has a device: a code of one of them is wanted. Good for ten minutes. */
public final class CodeWanted implements SignInStep {
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Admission admission;
    private final List<Token> devices;
    private final Instant begun;

    CodeWanted(Admission admission, List<Token> devices, Instant begun) {
        this.admission = admission;
        this.devices = List.copyOf(devices);
        this.begun = begun;
    }

    /** The user's own devices, of which at least one is there. */
    public List<Token> devices() {
        return devices;
    }

    /**
     * The second step: consumes the code as any sign-in does, and slows down as any does. Answers
     * {@link SignInStep.SignedIn}, {@link SignInStep.CodeRefused}, or {@link SignInStep.Refused} where the first step is to be
     * taken anew.
     */
    public SignInStep show(SerialNumber device, OneTimePassword code) {
        var registry = admission.registry();
        if (registry.now().isAfter(begun.plus(PATIENCE))) {
            return new SignInStep.Refused();
        }
        var user = admission.user();
        if (user.isEmpty()) {
            return new SignInStep.Refused();
        }
        try {
            return switch (registry.typedCodes().signIn(admission.actor(), user.get(), device, code)) {
                case CodeOutcome.Accepted accepted -> admission.enter(user.get(), accepted.token());
                case CodeOutcome.Refused refused ->
                    new SignInStep.CodeRefused(
                            refused.reason(), registry.tokens().get(device));
            };
        } catch (RegistryRefusal.UnknownToken _) {
            return new SignInStep.Refused();
        }
    }
}
