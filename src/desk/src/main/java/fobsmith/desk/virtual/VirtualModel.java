package fobsmith.desk.virtual;

import fobsmith.iam.console.Console;
import fobsmith.iam.console.NewVirtualDevice;
import fobsmith.iam.console.PairOutcome;
import fobsmith.iam.console.ShownKey;
import fobsmith.iam.console.TypedPair;
import fobsmith.registry.SerialNumber;
import org.jspecify.annotations.Nullable;

/**
 * The device that a walk makes, and gives up unless it gets enabled. Its verbs block on the registry and are called away from
 * the screen's thread; one waits for another, so that giving up in the midst of making still leaves nothing.
 */
final class VirtualModel {
    private final Console console;
    private final PersonModel person;
    private volatile @Nullable NewVirtualDevice made;
    private volatile SerialNumber.@Nullable VirtualArn serial;
    private boolean left;

    VirtualModel(Console console, PersonModel person) {
        this.console = console;
        this.person = person;
    }

    String personName() {
        return person.chosen().name();
    }

    /** A name that none of the person's devices has. */
    String proposal() {
        return DeviceName.proposal(person.devices());
    }

    /** A device with a fresh seed, in place of one that this walk made before. */
    synchronized void make(String name) {
        giveUp();
        var device = console.virtualDevices().create(person.chosen(), name);
        if (left) {
            device.close();
            return;
        }
        serial = device.serial();
        made = device;
    }

    /** What the QR code is drawn of; open until it is given up or enabled. */
    ShownKey key() {
        return device().key();
    }

    private NewVirtualDevice device() {
        var device = made;
        if (device == null) {
            throw new IllegalStateException("no device has been made");
        }
        return device;
    }

    /** Its name as IAM sees it. */
    SerialNumber.VirtualArn serial() {
        var known = serial;
        if (known == null) {
            throw new IllegalStateException("no device has been made");
        }
        return known;
    }

    /** Makes it the person's; from then on nobody shows its seed again. */
    synchronized PairOutcome enable(TypedPair typed) {
        var device = device();
        var outcome = device.enable(typed);
        switch (outcome) {
            case PairOutcome.Done _, PairOutcome.OutOfSync _ -> {
                made = null;
                device.close();
            }
            case PairOutcome.Refused _ -> {}
        }
        return outcome;
    }

    /** Two codes more, where those that enabled it came too late. */
    PairOutcome resync(TypedPair typed) {
        return console.devices().resync(person.chosen(), serial(), typed);
    }

    /** Deletes what has been made and is nobody's yet. */
    synchronized void giveUp() {
        var device = made;
        made = null;
        if (device != null) {
            device.close();
        }
    }

    /** Gives up for good: what is still being made goes too. */
    synchronized void leave() {
        left = true;
        giveUp();
    }
}
