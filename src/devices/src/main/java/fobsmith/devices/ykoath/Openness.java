package fobsmith.devices.ykoath;

import fobsmith.devices.DeviceException;

/** Whether somebody has set something on a token that keeps us from writing it, whatever we are given. */
record Openness(String serial, Features features, AccessLock lock) {
    /** @throws DeviceException.Refused where nothing that we can be given lets us write or delete */
    void requireChangeable() {
        requireNoPin();
        requireUnlockable();
    }

    private void requireNoPin() {
        if (lock.hasPin()) {
            throw new DeviceException.Refused(
                    "%s has a PIN on its credentials, which only its vendor's program can enter".formatted(serial),
                    "choose a token without a PIN, or remove the PIN with the vendor's program");
        }
    }

    /** @throws DeviceException.Refused where the token is locked and no password opens it */
    void requireUnlockable() {
        if (lock.isLocked() && !features.supports(Feature.ACCESS_KEY)) {
            throw new DeviceException.Refused(
                    "%s has a password that another program has set, and its firmware stays locked even with it"
                            .formatted(serial),
                    "remove the password with that program, or reset the token with it, which deletes all its"
                            + " credentials");
        }
    }
}
