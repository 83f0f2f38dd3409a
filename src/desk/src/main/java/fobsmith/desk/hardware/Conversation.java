package fobsmith.desk.hardware;

import fobsmith.devices.Instruction;
import fobsmith.oath.OtpProfile;
import fobsmith.provisioning.Operator;
import fobsmith.provisioning.Provisioned;
import fobsmith.provisioning.ProvisioningException;
import fobsmith.registry.CodePair;
import fobsmith.registry.SerialNumber;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Provisioning as question and answer: the work has a thread of its own, which waits while the operator thinks, and so
 * nobody else has to. One question at a time; every verb blocks until the next one is asked.
 */
final class Conversation {
    private final Thread work;
    private volatile CompletableFuture<Question> asked = new CompletableFuture<>();
    private volatile CompletableFuture<Answer> answered = new CompletableFuture<>();
    private volatile boolean givenUp;

    private Conversation(Function<Operator, Provisioned> provisioning) {
        work = Thread.ofPlatform().name("provisioning").daemon().unstarted(() -> run(provisioning));
    }

    /** Begins at once. */
    static Conversation begin(Function<Operator, Provisioned> provisioning) {
        var begun = new Conversation(provisioning);
        begun.work.start();
        return begun;
    }

    private void run(Function<Operator, Provisioned> provisioning) {
        try (var operator = new AtTheDesk()) {
            var done = provisioning.apply(operator);
            asked.complete(new Question.Proven(done.token()));
        } catch (RuntimeException failure) {
            asked.complete(new Question.Stopped(failure));
        } catch (Error failure) {
            // A native library that is missing, say: whoever waits for the next question hears of it.
            asked.complete(new Question.Stopped(new IllegalStateException(failure)));
        }
    }

    /** What is asked now. */
    Question question() {
        return asked.join();
    }

    /** What was asked for has been done. */
    Question done() {
        return answer(new Answer(null));
    }

    /** The codes that were asked for. */
    Question codes(CodePair codes) {
        return answer(new Answer(codes));
    }

    private Question answer(Answer answer) {
        var waiting = answered;
        asked = new CompletableFuture<>();
        answered = new CompletableFuture<>();
        waiting.complete(answer);
        return asked.join();
    }

    /** Stops at the next question, and waits for the end. A token that was being written is void. */
    void giveUp() {
        givenUp = true;
        answered.cancel(false);
        try {
            work.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Null codes where none were asked for. */
    private record Answer(@Nullable CodePair codes) {}

    /** Asks on the provisioning's thread. */
    private final class AtTheDesk implements Operator {
        private boolean wrongBefore;
        private int timesLeft;

        @Override
        public void act(Instruction instruction) {
            ask(new Question.Act(instruction));
        }

        @Override
        public CodePair readCodes(SerialNumber serial, int slot, OtpProfile.Totp profile) {
            var codes = ask(new Question.ReadCodes(wrongBefore, timesLeft)).codes();
            if (codes == null) {
                throw new IllegalStateException("codes were asked for, and none came");
            }
            return codes;
        }

        private Answer ask(Question question) {
            var waiting = answered;
            if (givenUp) {
                throw new ProvisioningException.GivenUp("given up at the desk");
            }
            asked.complete(question);
            try {
                return waiting.join();
            } catch (CancellationException _) {
                throw new ProvisioningException.GivenUp("given up at the desk");
            }
        }

        /** That the seed is written shows by what is asked next. */
        @Override
        public void told(String progress) {}

        @Override
        public void codesWereWrong(int left) {
            wrongBefore = true;
            timesLeft = left;
        }
    }
}
