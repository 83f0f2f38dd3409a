package fobsmith.desk.virtual;

import fobsmith.desk.controls.Choice;
import fobsmith.iam.console.Console;
import fobsmith.registry.Quota;
import fobsmith.registry.SerialNumber;
import fobsmith.registry.User;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** For whom the device is. Its verbs block on the registry and are called away from the screen's thread. */
final class PersonModel {
    private static final int SHOWN = 50;

    private final Console console;
    private volatile @Nullable User person;
    private volatile List<SerialNumber> devices = List.of();

    PersonModel(Console console) {
        this.console = console;
    }

    /** People whose name fits what was typed. */
    List<Choice> people(String typed) {
        return console.people().search(typed, SHOWN).stream()
                .map(user -> Choice.person(user.name(), user.path()))
                .toList();
    }

    /** Chooses the person, unless he has as many devices as one may have: then false. */
    boolean choose(String name) {
        var user = console.people().get(name);
        var held = console.people().devices(user).stream()
                .map(device -> device.token().serial())
                .toList();
        if (held.size() >= most()) {
            return false;
        }
        devices = held;
        person = user;
        return true;
    }

    User chosen() {
        var user = person;
        if (user == null) {
            throw new IllegalStateException("nobody has been chosen");
        }
        return user;
    }

    /** The person's devices, hardware and virtual. */
    List<SerialNumber> devices() {
        return devices;
    }

    /** How many devices one may have. */
    static int most() {
        return Quota.DEVICES_OF_USER.limit();
    }
}
