package fobsmith.desk.hardware;

import fobsmith.desk.Shift;
import fobsmith.provisioning.EnteredCredential;
import fobsmith.provisioning.Operator;
import fobsmith.provisioning.Provisioned;
import fobsmith.provisioning.Provisioning;
import fobsmith.provisioning.WriteOrder;
import fobsmith.registry.CodePair;
import org.jspecify.annotations.Nullable;

/** One token that gets its seed: begun when first asked about, and begun anew as often as it stops. Thread-safe; its verbs block. */
final class Seeding {
    private static final String TITLE = "fobsmith";

    private final Shift shift;
    private final Pick.Fresh blank;
    private @Nullable Conversation conversation;
    private boolean givenUp;

    Seeding(Shift shift, Pick.Fresh blank) {
        this.shift = shift;
        this.blank = blank;
    }

    /** What is asked of the operator now; begins where that has not begun. */
    Question question() {
        return begun().question();
    }

    /** Begins anew, after the cable was pulled or codes were wrong. */
    Question again() {
        forget();
        return question();
    }

    private synchronized void forget() {
        conversation = null;
    }

    Question done() {
        return begun().done();
    }

    Question codes(CodePair codes) {
        return begun().codes(codes);
    }

    private synchronized Conversation begun() {
        if (givenUp) {
            throw new IllegalStateException("writing token %s was given up".formatted(blank.serial()));
        }
        var begun = conversation;
        if (begun == null) {
            begun = Conversation.begin(this::provision);
            conversation = begun;
        }
        return begun;
    }

    private Provisioned provision(Operator operator) {
        var desk = shift.desk();
        var order = WriteOrder.standard(TITLE);
        var provisioning =
                new Provisioning(desk.registry(), shift.console().provisioner(), desk.clock(), desk.randomness());
        return desk.bench()
                .with(
                        blank.serial(),
                        session -> provisioning.run(
                                session,
                                blank.overwriting() ? order.overwriting() : order,
                                EnteredCredential.none(),
                                operator));
    }

    /** Nothing begins any more; returns when what had begun has ended. A token that was being written is void. */
    void giveUp() {
        var begun = end();
        if (begun != null) {
            begun.giveUp();
        }
    }

    private synchronized @Nullable Conversation end() {
        givenUp = true;
        return conversation;
    }

    String serial() {
        return blank.serial();
    }
}
