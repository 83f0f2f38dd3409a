package fobsmith.desk.virtual;

import fobsmith.desk.Messages;
import fobsmith.desk.Refusals;
import fobsmith.desk.controls.Outcome;
import fobsmith.registry.CodeOutcome;

/** Why two codes of an app were not taken: a phone has no number on its back to compare, but a clock that may be set wrong. */
final class PhoneRefusals {
    private final Messages messages;

    PhoneRefusals(Messages messages) {
        this.messages = messages;
    }

    void say(CodeOutcome.Reason reason, Outcome outcome) {
        switch (reason) {
            case WRONG ->
                outcome.say(
                        Outcome.Kind.REFUSAL,
                        messages.text("virtual.codes.wrong"),
                        messages.text("virtual.codes.wrong.remedy"));
            case CONSUMED, PAUSED, UNCONFIRMED, OVERTAKEN -> new Refusals(messages).say(reason, outcome);
        }
    }
}
