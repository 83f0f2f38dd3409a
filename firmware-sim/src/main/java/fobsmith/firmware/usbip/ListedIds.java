package fobsmith.firmware.usbip;

/** How a server tells vendor and product of a device before it is imported. The device's own descriptor always has them right. */
public enum ListedIds {
    /** As the device tells them itself. */
    TRUE {
        @Override
        short of(short id) {
            return id;
        }
    },
    /** Their two bytes swapped, as some devices with a server of their own do: a020:d442 for 20a0:42d4. */
    SWAPPED {
        @Override
        short of(short id) {
            return Short.reverseBytes(id);
        }
    };

    abstract short of(short id);
}
