package fobsmith.desk.virtual;

import fobsmith.desk.controls.Choice;
import fobsmith.desk.device.PeopleAndFobs;
import fobsmith.iam.console.Console;
import fobsmith.registry.Quota;
import fobsmith.registry.SerialNumber;
import fobsmith.registry.Token;
import fobsmith.registry.User;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** For whom the device is. Its verbs block on the registry and are called away from the screen's thread. */
final class PersonModel {

    private final Console console;
    private volatile @Nullable User person;
    private volatile List<SerialNumber> devices = List.of();

    PersonModel(Console console) {
        this.console = console;
    }

    /** People whose name fits what was typed. */
    List<Choice> people(String typed) {
        return PeopleAndFobs.people(console, typed);
    }

    /** Chooses the person, unless he has as many devices as one may have: then false. */
    boolean choose(String name) {
        var user = console.people().get(name);
        var held =
                PeopleAndFobs.devices(console, user).stream().map(Token::serial).toList();
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
