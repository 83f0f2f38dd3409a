package fobsmith.desk.hardware;

import fobsmith.desk.Shift;
import fobsmith.desk.controls.Choice;
import fobsmith.devices.CodeReader;
import fobsmith.iam.IamException;
import fobsmith.iam.console.Console;
import fobsmith.iam.console.PairOutcome;
import fobsmith.iam.console.TypedPair;
import fobsmith.oath.OneTimePassword;
import fobsmith.oath.OtpProfile;
import fobsmith.provisioning.EnteredCredential;
import fobsmith.provisioning.Operator;
import fobsmith.provisioning.Provisioned;
import fobsmith.provisioning.Provisioning;
import fobsmith.provisioning.WriteOrder;
import fobsmith.registry.CodePair;
import fobsmith.registry.RegistryRefusal;
import fobsmith.registry.SerialNumber;
import fobsmith.registry.Token;
import fobsmith.registry.User;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a walk through Onboard, hardware knows: who gets which token, and how far that has got. Its verbs block on the
 * registry, some on a token, and are called away from the screen's thread.
 */
final class HardwareModel {
    static final int MOST_DEVICES = 8;

    private static final int SHOWN = 50;
    private static final String TITLE = "fobsmith";

    private final Shift shift;
    private final Console console;
    private final TokenChoices choices;
    private final CodeTroubles troubles;
    private volatile @Nullable User person;
    private volatile int devices;
    private volatile Pick.@Nullable Fresh fresh;
    private volatile @Nullable Conversation conversation;
    private volatile @Nullable Token token;
    private volatile @Nullable Instant enabledAt;
    private volatile boolean late;
    private volatile boolean tellsCodes;

    HardwareModel(Shift shift) {
        this.shift = shift;
        console = shift.console();
        choices = new TokenChoices(console, shift.desk().bench(), shift.messages());
        troubles = new CodeTroubles(console);
    }

    /** People whose name fits what was typed. */
    List<Choice> people(String typed) {
        return console.people().search(typed, SHOWN).stream()
                .map(user -> Choice.person(user.name(), user.path()))
                .toList();
    }

    /** Chooses the person; how many devices he has. */
    int choose(String name) {
        var user = console.people().get(name);
        devices = count(user);
        person = user;
        return devices;
    }

    /** Who may not look at devices may still enable one: the registry counts in any case. */
    private int count(User user) {
        try {
            return console.people().devices(user).size();
        } catch (IamException _) {
            return 0;
        }
    }

    List<Choice> pluggedIn() {
        return choices.pluggedIn();
    }

    List<Choice> stock(String typed) {
        return choices.stock(typed, chosen());
    }

    /** The token in hand, by serial number. */
    Pick pick(String name) {
        putDown();
        var pick = new Picking(console, choices).pick(name, chosen());
        switch (pick) {
            case Pick.Ready(var ready) -> {
                token = ready;
                tellsCodes = choices.tellsCodes(name);
            }
            case Pick.Fresh blank -> fresh = blank;
            case Pick.Refused _ -> {}
        }
        return pick;
    }

    /** Whatever was in hand is not any more; a token that was being written is void. */
    void putDown() {
        var begun = conversation;
        conversation = null;
        fresh = null;
        token = null;
        tellsCodes = false;
        if (begun != null) {
            begun.giveUp();
        }
    }

    /** What is asked of the operator while the token gets its seed; begins where that has not begun. */
    Question question() {
        return heard(begun().question());
    }

    /** Begins anew, after the cable was pulled or codes were wrong. */
    Question again() {
        conversation = null;
        return question();
    }

    Question done() {
        return heard(begun().done());
    }

    Question codes(CodePair codes) {
        return heard(begun().codes(codes));
    }

    private Question heard(Question question) {
        if (question instanceof Question.Proven(var proven)) {
            token = proven;
        }
        return question;
    }

    private synchronized Conversation begun() {
        var begun = conversation;
        if (begun == null) {
            var blank = require(fresh, "no token waits for a seed");
            begun = Conversation.begin(operator -> provision(blank, operator));
            conversation = begun;
        }
        return begun;
    }

    private Provisioned provision(Pick.Fresh blank, Operator operator) {
        var desk = shift.desk();
        var order = WriteOrder.standard(TITLE);
        var provisioning = new Provisioning(desk.registry(), console.provisioner(), desk.clock(), desk.randomness());
        return desk.bench().with(blank.serial(), session -> {
            tellsCodes = session instanceof CodeReader;
            return provisioning.run(
                    session, blank.overwriting() ? order.overwriting() : order, EnteredCredential.none(), operator);
        });
    }

    /** Whether the token in hand, for want of a display, tells its codes over the cable. */
    boolean tellsCodes() {
        return tellsCodes;
    }

    /** The code of now, over the cable. */
    OneTimePassword readCode() {
        return shift.desk()
                .bench()
                .with(
                        token().serial().value(),
                        session -> session.require(CodeReader.class, "tell its codes")
                                .readCode(
                                        0,
                                        OtpProfile.Totp.STANDARD,
                                        shift.clock().instant()));
    }

    /** Whether the token that got its seed has shown its codes. */
    boolean isProven() {
        return fresh != null && token != null;
    }

    /** Whether this token was given its seed just now. */
    boolean wasFresh() {
        return fresh != null;
    }

    /** The token becomes the person's. */
    Codes enable(TypedPair typed) {
        try {
            return enable(token().serial(), typed);
        } catch (IamException | RegistryRefusal refusal) {
            return new Codes.Refused(changedMeanwhile().orElseThrow(() -> refusal), false);
        }
    }

    private Codes enable(SerialNumber serial, TypedPair typed) {
        return switch (console.devices().enable(chosen(), serial, typed)) {
            case PairOutcome.Done(var enabled) -> new Codes.Enabled(enabled(enabled));
            case PairOutcome.OutOfSync(var enabled, var _) -> {
                late = true;
                yield new Codes.OutOfSync(enabled(enabled));
            }
            case PairOutcome.Refused(var reason) -> troubles.of(serial, typed.codes(), reason);
        };
    }

    /** Somebody else may have been faster with this token, or with this person. */
    private Optional<Said> changedMeanwhile() {
        var user = chosen();
        if (count(user) >= MOST_DEVICES) {
            return Optional.of(full());
        }
        return new Picking(console, choices).pick(token().serial().value(), user) instanceof Pick.Refused(var why)
                ? Optional.of(why)
                : Optional.empty();
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
        var serial = token().serial();
        return switch (console.devices().resync(chosen(), serial, typed)) {
            case PairOutcome.Done(var mended) -> {
                token = mended;
                yield new Codes.Enabled(mended);
            }
            case PairOutcome.OutOfSync(var still, var _) -> new Codes.OutOfSync(still);
            case PairOutcome.Refused(var reason) -> troubles.of(serial, typed.codes(), reason);
        };
    }

    /** Which token those codes are of. */
    CodeTroubles.Owner whose(CodePair codes) {
        return troubles.find(codes);
    }

    /** Whether the clock is further off than its age explains; codes that were old taught something else at first. */
    boolean isSuspect() {
        return token().suspect() && !late;
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

    Token token() {
        return require(token, "no token is in hand");
    }

    /** Of the token that gets its seed. */
    String freshSerial() {
        return require(fresh, "no token waits for a seed").serial();
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
