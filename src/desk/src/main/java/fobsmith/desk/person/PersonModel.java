package fobsmith.desk.person;

import fobsmith.desk.controls.Choice;
import fobsmith.desk.device.PeopleAndFobs;
import fobsmith.devices.Candidate;
import fobsmith.iam.console.Console;
import fobsmith.iam.console.PairOutcome;
import fobsmith.iam.console.PersonsDevice;
import fobsmith.iam.console.TypedPair;
import fobsmith.registry.SerialNumber;
import fobsmith.registry.Tag;
import fobsmith.registry.Token;
import fobsmith.registry.TokenFilter;
import fobsmith.registry.TokenState;
import fobsmith.registry.User;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a walk through A person or Root's device knows: who, and the fob that becomes root's. Its verbs block on the registry
 * and are called away from the screen's thread, one at a time.
 */
final class PersonModel {
    private static final int FOBS = 50;

    private final Console console;
    private final boolean ofRoot;
    private volatile @Nullable User person;
    private volatile @Nullable SerialNumber fob;
    private volatile @Nullable Token enabled;
    private volatile boolean outOfSync;

    PersonModel(Console console) {
        this(console, false);
    }

    private PersonModel(Console console, boolean ofRoot) {
        this.console = console;
        this.ofRoot = ofRoot;
    }

    /** Of root, who is looked up when the devices are. */
    static PersonModel ofRoot(Console console) {
        return new PersonModel(console, true);
    }

    boolean isOfRoot() {
        return ofRoot;
    }

    List<Choice> people(String typed) {
        return PeopleAndFobs.people(console, typed);
    }

    void choose(String name) {
        person = console.people().get(name);
    }

    /** The person's devices as they stand now. */
    List<PersonsDevice> devices() {
        if (ofRoot && person == null) {
            person = console.people().root();
        }
        return console.people().devices(person());
    }

    User person() {
        return Objects.requireNonNull(person, "nobody has been chosen");
    }

    /** A fob is returned then and has to be checked, a virtual device is nobody's. */
    void deactivate(SerialNumber serial) {
        console.devices().deactivate(person(), serial);
    }

    /**
     * Adds a tag, or changes the one of this key.
     *
     * @param written {@code key=value}, or a key alone
     */
    void tag(SerialNumber serial, String written) {
        console.devices().tag(serial, List.of(parse(written)));
    }

    private static Tag parse(String written) {
        int equals = written.indexOf('=');
        return equals < 0
                ? new Tag(written.strip(), "")
                : new Tag(
                        written.substring(0, equals).strip(),
                        written.substring(equals + 1).strip());
    }

    void untag(SerialNumber serial, Tag tag) {
        console.devices().untag(serial, List.of(tag.key()));
    }

    /** Of what is plugged in, that which the registry knows and can give to somebody. */
    List<Choice> pluggedIn(List<Candidate> seen) {
        return seen.stream()
                .filter(Candidate.Usable.class::isInstance)
                .map(Candidate.Usable.class::cast)
                .filter(one -> isFree(one.serial()))
                .map(one -> Choice.pluggedIn(one.serial(), one.manufacturer() + " " + one.model()))
                .toList();
    }

    private boolean isFree(String serial) {
        return stock(serial).stream().anyMatch(fobOfStock -> fobOfStock.name().equalsIgnoreCase(serial));
    }

    /** Fobs that can be given to somebody and begin like this. */
    List<Choice> stock(String typed) {
        return Stream.of(TokenState.PROVEN, TokenState.IMPORTED)
                .map(state -> TokenFilter.ALL.inState(state).beginningWith(typed))
                .flatMap(filter -> console.tokens().page(filter, "", FOBS).items().stream())
                .map(token -> Choice.inStock(token.serial().value(), token.manufacturer() + " " + token.model()))
                .toList();
    }

    /** The fob that is to be root's. */
    void chooseFob(String serial) {
        fob = SerialNumber.parse(serial);
        outOfSync = false;
    }

    SerialNumber fob() {
        return Objects.requireNonNull(fob, "no fob has been chosen");
    }

    /** Makes the fob root's; where the codes came late, that is done and further ones resynchronise it. */
    PairOutcome enable(TypedPair typed) {
        var outcome = outOfSync
                ? console.devices().resync(person(), fob(), typed)
                : console.devices().enable(person(), fob(), typed);
        switch (outcome) {
            case PairOutcome.Done done -> enabled = done.token();
            case PairOutcome.OutOfSync _ -> outOfSync = true;
            case PairOutcome.Refused _ -> {}
        }
        return outcome;
    }

    /** What has just become root's; null before. */
    @Nullable
    Token enabled() {
        return enabled;
    }
}
