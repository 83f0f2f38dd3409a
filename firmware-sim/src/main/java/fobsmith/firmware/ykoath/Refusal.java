package fobsmith.firmware.ykoath;

/** A command is answered with an error word alone: ISO/IEC 7816-4 section 5.6. */
final class Refusal extends RuntimeException {
    static final int NOT_VERIFIED = 0x6300;
    static final int WRONG_LENGTH = 0x6700;
    /** Locked, not touched in time, or a challenge that does not increase. */
    static final int SECURITY = 0x6982;

    static final int BLOCKED = 0x6983;
    static final int NO_SUCH_OBJECT = 0x6984;
    static final int CONDITIONS = 0x6985;
    static final int WRONG_DATA = 0x6A80;
    static final int NO_CHAINING = 0x6884;
    static final int NOT_FOUND = 0x6A82;
    static final int FULL = 0x6A84;
    static final int WRONG_PARAMETERS = 0x6A86;
    static final int OTHER_WRONG_PARAMETERS = 0x6B00;
    static final int UNKNOWN_INSTRUCTION = 0x6D00;
    static final int UNKNOWN_CLASS = 0x6E00;

    private final int word;

    Refusal(int word) {
        super("%04X".formatted(word));
        this.word = word;
    }

    int word() {
        return word;
    }

    static void unless(boolean right, int word) {
        if (!right) {
            throw new Refusal(word);
        }
    }
}
