package fobsmith.desk.person;

import fobsmith.desk.controls.Choice;
import fobsmith.desk.device.PeopleAndFobs;
import fobsmith.iam.console.Console;
import fobsmith.iam.console.PersonsDevice;
import fobsmith.registry.SerialNumber;
import fobsmith.registry.Tag;
import fobsmith.registry.User;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a walk through A person or Root's device knows: who, and what just became his. Its verbs block on the registry and are
 * called away from the screen's thread, one at a time.
 */
final class PersonModel {
    private final Console console;
    private final boolean ofRoot;
    private volatile @Nullable User person;
    private volatile @Nullable Given given;

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

    /** Says what has just become root's. */
    void given(Given device) {
        given = device;
    }

    /** What has just become root's; null before. */
    @Nullable
    Given given() {
        return given;
    }
}
