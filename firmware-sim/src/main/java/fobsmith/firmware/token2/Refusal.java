package fobsmith.firmware.token2;

/** A command is answered with an error word alone. */
final class Refusal extends RuntimeException {
    static final int WRONG_LENGTH = 0x6700;
    static final int SECURITY = 0x6983;
    static final int CONDITIONS = 0x6985;
    static final int WRONG_DATA = 0x6A80;
    static final int NOT_FOUND = 0x6A83;
    static final int WRONG_PARAMETERS = 0x6A86;
    static final int UNKNOWN_INSTRUCTION = 0x6D00;
    static final int UNKNOWN_CLASS = 0x6E00;
    static final int UNWANTED_LENGTH = 0x6FFB;

    private static final int TRIES_LEFT = 0x6300;

    private final int word;

    Refusal(int word) {
        super("%04X".formatted(word));
        this.word = word;
    }

    static Refusal triesLeft(int tries) {
        return new Refusal(TRIES_LEFT | tries);
    }

    static Refusal triesLeftInLowHalf(int tries) {
        return new Refusal(TRIES_LEFT | 0xC0 | Math.min(tries, 0x0F));
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
