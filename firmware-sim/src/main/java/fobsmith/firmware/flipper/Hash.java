package fobsmith.firmware.flipper;

import fobsmith.firmware.parts.Algorithm;
import fobsmith.firmware.parts.Hotp;
import java.util.Locale;

/** What the application computes codes with. */
enum Hash {
    SHA1(0, Algorithm.SHA1),
    SHA256(1, Algorithm.SHA256),
    SHA512(2, Algorithm.SHA512),
    /** HMAC-SHA-1, told in five characters of an alphabet of its own. */
    STEAM(3, Algorithm.SHA1);

    /** Digits and capitals that nobody confuses. */
    private static final String STEAM_ALPHABET = "23456789BCDFGHJKMNPQRTVWXY";

    static final int STEAM_LENGTH = 5;

    private static final int ALL_DIGITS = 10;

    private final int number;
    private final Algorithm algorithm;

    Hash(int number, Algorithm algorithm) {
        this.number = number;
        this.algorithm = algorithm;
    }

    /** As it stands in the flash. */
    int number() {
        return number;
    }

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    String code(byte[] seed, int digits, long movingFactor) {
        return this == STEAM
                ? steam(Long.parseLong(Hotp.value(seed, algorithm, ALL_DIGITS, movingFactor)))
                : Hotp.value(seed, algorithm, digits, movingFactor);
    }

    private static String steam(long number) {
        var code = new StringBuilder();
        for (long rest = number; code.length() < STEAM_LENGTH; rest /= STEAM_ALPHABET.length()) {
            code.append(STEAM_ALPHABET.charAt((int) (rest % STEAM_ALPHABET.length())));
        }
        return code.toString();
    }
}
