package fobsmith.desk.virtual;

import fobsmith.iam.console.Console;
import fobsmith.iam.console.ShownKey;
import fobsmith.iam.console.TemporaryDevice;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A device for some hours. Its verbs block on the registry and are called away from the screen's thread. */
final class TemporaryModel {
    static final int FEWEST_HOURS = 1;
    static final int MOST_HOURS = 168;

    private final Console console;
    private final PersonModel person;
    private volatile @Nullable TemporaryDevice made;
    private boolean left;

    TemporaryModel(Console console, PersonModel person) {
        this.console = console;
        this.person = person;
    }

    String personName() {
        return person.chosen().name();
    }

    /** The person's at once, without codes. */
    synchronized void make(int hours) {
        made = console.virtualDevices().createTemporary(person.chosen(), Duration.ofHours(hours));
        if (left) {
            takeBack();
        }
    }

    private TemporaryDevice device() {
        var device = made;
        if (device == null) {
            throw new IllegalStateException("no device has been made");
        }
        return device;
    }

    /** What the QR code is drawn of, until the walk is left. */
    ShownKey key() {
        return device().key();
    }

    Instant expiresAt() {
        return device().expiresAt();
    }

    /** It is not needed after all: nobody has it, and it is gone. */
    synchronized void takeBack() {
        var device = device();
        console.devices().deactivate(person.chosen(), device.serial());
        device.close();
    }

    /** Wipes the seed here; the device stays the person's until its time is over. */
    synchronized void leave() {
        left = true;
        var device = made;
        if (device != null) {
            device.close();
        }
    }
}
