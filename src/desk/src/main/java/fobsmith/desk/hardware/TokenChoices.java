package fobsmith.desk.hardware;

import fobsmith.desk.Bench;
import fobsmith.desk.Messages;
import fobsmith.desk.controls.Choice;
import fobsmith.desk.device.DeviceWords;
import fobsmith.devices.Candidate;
import fobsmith.iam.console.Console;
import fobsmith.iam.policy.PolicyAction;
import fobsmith.registry.SerialNumber;
import fobsmith.registry.Token;
import fobsmith.registry.TokenFilter;
import fobsmith.registry.TokenState;
import fobsmith.registry.User;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The tokens to choose from: those on a cable, those in the drawer, and whatever serial number was scanned. Blocks. */
public final class TokenChoices {
    private static final int SHOWN = 50;

    private final Console console;
    private final Bench bench;
    private final Messages messages;
    private final String fresh;

    /**
     * What there is at this desk, in the language that is spoken.
     *
     * @param fresh key of what is said of a token that is not in the registry yet; has a place for the product
     */
    public TokenChoices(Console console, Bench bench, Messages messages, String fresh) {
        this.console = console;
        this.bench = bench;
        this.messages = messages;
        this.fresh = fresh;
    }

    public List<Choice> pluggedIn() {
        return bench.scan().stream().map(this::choice).toList();
    }

    private Choice choice(Candidate candidate) {
        var product = candidate.manufacturer() + " " + candidate.model();
        return switch (candidate) {
            case Candidate.Usable usable -> Choice.pluggedIn(usable.serial(), detail(usable, product));
            case Candidate.Unusable unusable ->
                Choice.pluggedIn(unusable.place(), messages.text("hardware.choice.unreadable", product));
        };
    }

    private String detail(Candidate.Usable usable, String product) {
        return known(usable.serial())
                .map(this::detail)
                .orElseGet(() -> mayList() ? messages.text(fresh, product) : product);
    }

    /** What the person may have, and the very token that was scanned, however it stands. */
    public List<Choice> stock(String typed, User person) {
        return mayList()
                ? listed(typed, person)
                : hardware(typed)
                        .map(serial -> Choice.inStock(serial.value(), messages.text("hardware.choice.unlisted")))
                        .stream()
                        .toList();
    }

    private List<Choice> listed(String typed, User person) {
        var found = new ArrayList<Choice>();
        var exact = known(typed);
        exact.ifPresent(token -> found.add(choice(token)));
        free(typed, person).stream()
                .filter(token -> exact.filter(token::equals).isEmpty())
                .forEach(token -> found.add(choice(token)));
        if (found.isEmpty() && hardware(typed).isPresent()) {
            found.add(Choice.inStock(typed.toUpperCase(Locale.ROOT), messages.text("hardware.choice.unknown")));
        }
        return found;
    }

    private List<Token> free(String typed, User person) {
        var fitting = TokenFilter.ALL.beginningWith(typed);
        var found = new ArrayList<Token>();
        found.addAll(some(fitting.inState(TokenState.RESERVED).ownedBy(person)));
        found.addAll(some(fitting.inState(TokenState.PROVEN)));
        found.addAll(some(fitting.inState(TokenState.IMPORTED)));
        return found.stream().limit(SHOWN).toList();
    }

    private List<Token> some(TokenFilter filter) {
        return console.tokens().page(filter, "", SHOWN).items();
    }

    private Choice choice(Token token) {
        return Choice.inStock(token.serial().value(), detail(token));
    }

    private String detail(Token token) {
        var state = messages.text("state." + token.state().text());
        return "%s %s · %s".formatted(token.manufacturer(), token.model(), state);
    }

    /** Whether the operator may look through the stock; who may not hands out what he has a serial number of. */
    boolean mayList() {
        return console.allows(PolicyAction.LIST_TOKENS);
    }

    /** The token of this serial number, as somebody typed it, if the operator may know of it. */
    Optional<Token> known(String serial) {
        return mayList() ? hardware(serial).flatMap(number -> console.tokens().find(number)) : Optional.empty();
    }

    /** What people call somebody. */
    String name(User user) {
        return new DeviceWords(messages).person(user);
    }

    static Optional<SerialNumber.Hardware> hardware(String typed) {
        try {
            return Optional.of(new SerialNumber.Hardware(typed));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** The one on a cable that the operator means: by serial number, or by its place where it tells none. */
    Optional<Candidate> onCable(String name) {
        return bench.scan().stream().filter(one -> isNamed(one, name)).findFirst();
    }

    private static boolean isNamed(Candidate candidate, String name) {
        return switch (candidate) {
            case Candidate.Usable usable -> usable.serial().equalsIgnoreCase(name);
            case Candidate.Unusable unusable -> unusable.place().equals(name);
        };
    }
}
