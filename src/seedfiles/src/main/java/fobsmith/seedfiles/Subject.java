package fobsmith.seedfiles;

/** What a message is about, by the best name known: the serial, else the key id, else the line. */
record Subject(String name) {
    static Subject of(String serial, String keyId, int line) {
        if (!serial.isEmpty()) {
            return new Subject("token " + serial);
        }
        return new Subject(keyId.isEmpty() ? "the key package at line " + line : "key \"%s\"".formatted(keyId));
    }

    SeedFileException refused(String reason) {
        return new SeedFileException.Refused(name + " " + reason, true, null);
    }

    /** Refused unless the reader is given this. */
    SeedFileException refused(String reason, Remedy remedy) {
        return new SeedFileException.Refused(name + " " + reason, true, remedy);
    }

    SeedFileException malformed(String fault) {
        return new SeedFileException.Malformed(name + " " + fault, true);
    }

    /** The next value of an event counter (RFC 4226 section 5.1): {@code xs:long}, and not negative. */
    long counter(String what, String text) {
        requireInteger(what, text);
        try {
            long counter = Long.parseLong(text);
            if (counter < 0) {
                throw refused("has a negative %s".formatted(what));
            }
            return counter;
        } catch (NumberFormatException _) {
            throw refused("has a %s of more than 63 bits".formatted(what));
        }
    }

    void requireInteger(String what, String text) {
        if (!text.matches("[+-]?[0-9]+")) {
            throw malformed("has a %s that is not a whole number".formatted(what));
        }
    }

    /** A decimal integer of XML's {@code xs:int}; not quoted where it is none, for a garbled file may have a secret there. */
    int number(String what, String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException _) {
            throw malformed("has a %s that is not a whole number".formatted(what));
        }
    }
}
