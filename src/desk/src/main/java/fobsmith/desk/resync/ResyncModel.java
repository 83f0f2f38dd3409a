package fobsmith.desk.resync;

import fobsmith.desk.controls.Choice;
import fobsmith.desk.device.PeopleAndFobs;
import fobsmith.iam.console.Console;
import fobsmith.iam.console.PairOutcome;
import fobsmith.iam.console.TypedPair;
import fobsmith.registry.SerialNumber;
import fobsmith.registry.User;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a walk through Resync knows: whose device, and which. Its verbs block on the registry and are called away from the
 * screen's thread, one at a time.
 */
public final class ResyncModel {

    private final Console console;
    private volatile @Nullable User person;
    private volatile List<SerialNumber> devices = List.of();

    public ResyncModel(Console console) {
        this.console = console;
    }

    /** People whose name fits what was typed. */
    List<Choice> people(String typed) {
        return PeopleAndFobs.people(console, typed);
    }

    /** Chooses the person; how many devices he has. */
    int choose(String name) {
        var user = console.people().get(name);
        devices = console.people().devices(user).stream()
                .map(device -> device.token().serial())
                .toList();
        person = user;
        return devices.size();
    }

    /** The person and the device are known already. */
    public void choose(User user, SerialNumber device) {
        person = user;
        devices = List.of(device);
    }

    /** The device learns anew how far its clock is off. */
    PairOutcome resync(SerialNumber device, TypedPair typed) {
        return console.devices().resync(chosen(), device, typed);
    }

    private User chosen() {
        var user = person;
        if (user == null) {
            throw new IllegalStateException("nobody has been chosen");
        }
        return user;
    }

    User person() {
        return chosen();
    }

    /** The person's, at least one. */
    List<SerialNumber> devices() {
        return devices;
    }
}
