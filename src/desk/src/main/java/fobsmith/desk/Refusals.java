package fobsmith.desk;

import fobsmith.desk.controls.Outcome;
import fobsmith.registry.CodeOutcome;

/** Why two codes were not taken, and the way out. */
public final class Refusals {
    private final Messages messages;

    public Refusals(Messages messages) {
        this.messages = messages;
    }

    public void say(CodeOutcome.Reason reason, Outcome outcome) {
        var key = key(reason);
        outcome.say(Outcome.Kind.REFUSAL, messages.text(key), messages.text(key + ".remedy"));
    }

    private static String key(CodeOutcome.Reason reason) {
        return switch (reason) {
            case WRONG -> "codes.wrong";
            case CONSUMED -> "codes.consumed";
            case PAUSED -> "codes.paused";
            case UNCONFIRMED -> "codes.unconfirmed";
            case OVERTAKEN -> "codes.overtaken";
        };
    }
}
