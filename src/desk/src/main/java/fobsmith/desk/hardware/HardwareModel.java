package fobsmith.desk.hardware;

import fobsmith.desk.Shift;
import fobsmith.desk.controls.Choice;
import fobsmith.desk.device.PeopleAndFobs;
import fobsmith.iam.IamException;
import fobsmith.iam.console.Console;
import fobsmith.iam.console.PairOutcome;
import fobsmith.iam.console.TypedPair;
import fobsmith.registry.CodePair;
import fobsmith.registry.Quota;
import fobsmith.registry.RegistryRefusal;
import fobsmith.registry.SerialNumber;
import fobsmith.registry.Token;
import fobsmith.registry.User;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a walk through Onboard, hardware knows: who gets which token, and how far that has got. Its verbs block on the
 * registry, some on a token, and are called away from the screen's thread.
 */
final class HardwareModel {
    static final int MOST_DEVICES = Quota.DEVICES_OF_USER.limit();

    private final Shift shift;
    private final Console console;
    private final TokenChoices choices;
    private final CodeTroubles troubles;
    private volatile @Nullable User person;
    private volatile int devices;
    private volatile @Nullable Seeding seeding;
    private volatile @Nullable SerialNumber hand;
    private volatile @Nullable Token token;
    private volatile @Nullable Instant enabledAt;
    private volatile boolean late;
    private volatile boolean outOfStep;

    HardwareModel(Shift shift) {
        this.shift = shift;
        console = shift.console();
        choices = new TokenChoices(console, shift.desk().bench(), shift.messages(), "hardware.choice.fresh");
        troubles = new CodeTroubles(console);
    }

    /** People whose name fits what was typed. */
    List<Choice> people(String typed) {
        return PeopleAndFobs.people(console, typed);
    }

    /** Chooses the person; how many devices he has. */
    int choose(String name) {
        var user = console.people().get(name);
        devices = PeopleAndFobs.devices(console, user).size();
        person = user;
        return devices;
    }

    List<Choice> pluggedIn() {
        return choices.pluggedIn();
    }

    List<Choice> stock(String typed) {
        return choices.stock(typed, chosen());
    }

    /** What can be done with the token of this serial number; nothing is in hand by that. */
    Pick pick(String name) {
        return new Picking(console, choices).pick(name, chosen());
    }

    /** The token in hand from now on; what was in hand before has been let go. */
    void take(Pick pick) {
        switch (pick) {
            case Pick.Ready(var serial) -> hand = serial;
            case Pick.Fresh blank -> {
                hand = null;
                seeding = new Seeding(shift, blank);
            }
            case Pick.Refused _ -> {}
        }
    }

    /** Nothing is in hand any more. What is answered blocks until a token that was being written is void. */
    Runnable letGo() {
        var begun = seeding;
        seeding = null;
        hand = null;
        token = null;
        return begun == null ? () -> {} : begun::giveUp;
    }

    /** As above, at once. */
    void putDown() {
        letGo().run();
    }

    /** What is asked of the operator while the token gets its seed; begins where that has not begun. */
    Question question() {
        return hear(Seeding::question);
    }

    /** Begins anew, after the cable was pulled or codes were wrong. */
    Question again() {
        return hear(Seeding::again);
    }

    Question done() {
        return hear(Seeding::done);
    }

    Question codes(CodePair codes) {
        return hear(writing -> writing.codes(codes));
    }

    /** The token that was proven is in hand, unless it has been let go meanwhile. */
    private Question hear(Function<Seeding, Question> verb) {
        var writing = seeding();
        var question = verb.apply(writing);
        if (question instanceof Question.Proven(var proven) && writing == seeding) {
            hand = proven.serial();
        }
        return question;
    }

    private Seeding seeding() {
        return require(seeding, "no token waits for a seed");
    }

    /** Whether the token that got its seed has shown its codes. */
    boolean isProven() {
        return seeding != null && hand != null;
    }

    /** Whether this token was given its seed just now. */
    boolean wasFresh() {
        return seeding != null;
    }

    /** The token becomes the person's. */
    Codes enable(TypedPair typed) {
        var serial = serial();
        try {
            return enable(serial, typed);
        } catch (IamException | RegistryRefusal refusal) {
            return new Codes.Refused(changedMeanwhile(serial, refusal).orElseThrow(() -> refusal), false);
        }
    }

    private Codes enable(SerialNumber serial, TypedPair typed) {
        return switch (console.devices().enable(chosen(), serial, typed)) {
            case PairOutcome.Done(var enabled) -> new Codes.Enabled(enabled(enabled));
            case PairOutcome.OutOfSync(var enabled, var _) -> {
                late = true;
                outOfStep = true;
                yield new Codes.OutOfSync(enabled(enabled));
            }
            case PairOutcome.Refused(var reason) -> troubles.of(serial, typed.codes(), reason);
        };
    }

    /** Somebody else may have been faster with this token, or with this person. */
    private Optional<Said> changedMeanwhile(SerialNumber serial, RuntimeException refusal) {
        return PeopleAndFobs.devices(console, chosen()).size() >= MOST_DEVICES
                ? Optional.of(full())
                : new Picking(console, choices).whyNot(serial, chosen(), refusal);
    }

    /** That the person can have no more. */
    Said full() {
        return Said.of("hardware.person.full", personName(), String.valueOf(MOST_DEVICES));
    }

    private Token enabled(Token enabled) {
        token = enabled;
        enabledAt = shift.clock().instant();
        return enabled;
    }

    /** Learns anew how far its clock is off, after codes that were old. */
    Codes resync(TypedPair typed) {
        var serial = serial();
        return switch (console.devices().resync(chosen(), serial, typed)) {
            case PairOutcome.Done(var mended) -> {
                token = mended;
                outOfStep = false;
                yield new Codes.Enabled(mended);
            }
            case PairOutcome.OutOfSync(var still, var _) -> new Codes.OutOfSync(still);
            case PairOutcome.Refused(var reason) -> troubles.of(serial, typed.codes(), reason);
        };
    }

    /** Which token those codes are of. */
    CodeTroubles.Owner whose(CodePair codes) {
        return troubles.find(codes, chosen());
    }

    /** Whether the clock is further off than its age explains; codes that were old taught something else at first. */
    boolean isSuspect() {
        return token().suspect() && !late;
    }

    /** Whether its codes came late, and none has mended that since. */
    boolean isOutOfStep() {
        return outOfStep;
    }

    /** What is signed for. */
    Receipt receipt() {
        return Receipt.of(chosen().name(), token(), require(enabledAt, "nothing was enabled"), shift.operator());
    }

    String personName() {
        return chosen().name();
    }

    /** How many devices the person had before. */
    int devices() {
        return devices;
    }

    /** Of the token in hand. */
    SerialNumber serial() {
        return require(hand, "no token is in hand");
    }

    /** The token as the person's device. */
    Token token() {
        return require(token, "nothing was enabled");
    }

    /** Of the token that gets its seed. */
    String freshSerial() {
        return seeding().serial();
    }

    private User chosen() {
        return require(person, "nobody has been chosen");
    }

    private static <T> T require(@Nullable T value, String otherwise) {
        if (value == null) {
            throw new IllegalStateException(otherwise);
        }
        return value;
    }
}
