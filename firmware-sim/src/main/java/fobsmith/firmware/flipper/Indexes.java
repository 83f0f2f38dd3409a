package fobsmith.firmware.flipper;

import java.util.OptionalInt;

/** Users count entries from 1. */
final class Indexes {
    private Indexes() {}

    /** The next argument as an index from 0; empty where it is no entry's. */
    static OptionalInt read(Arguments arguments, Entries entries) {
        var number = arguments.number(1, entries.size());
        return number.isPresent() ? OptionalInt.of(number.getAsInt() - 1) : number;
    }
}
