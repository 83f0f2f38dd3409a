package fobsmith.firmware.flipper;

import java.util.Locale;

/** What moves an entry's codes on: time, or a counter. */
enum Kind {
    TOTP(0),
    HOTP(1);

    private final int number;

    Kind(int number) {
        this.number = number;
    }

    /** As it stands in the flash. */
    int number() {
        return number;
    }

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
