package fobsmith.seedfiles;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Departures from the standards that are found in real files. Those that weaken nothing are tolerated unless forbidden. */
public enum Leniency implements Remedy {
    /** A MACMethod without a MACKey: the encryption key is the MAC key, as before RFC 6030. */
    ENCRYPTION_KEY_AS_MAC_KEY(true),

    /** A MACMethod that names no algorithm is none, as python-pskc writes it where no MAC is needed. */
    MAC_METHOD_WITHOUT_ALGORITHM(true),

    /**
     * A value under CBC without a MAC, or with one for which the container names no method. Whoever has the file may change
     * such a value unnoticed, and under a wrong key a wrong seed may come out.
     */
    MISSING_MAC(false),

    /** A MAC over the plain value, not over the encrypted one: the value is decrypted before it is known to be genuine. */
    MAC_OVER_PLAINTEXT(false),

    /** A plain secret in a container that encrypts: whoever has the file may put a seed of his own there. */
    PLAIN_SECRET_IN_ENCRYPTED_CONTAINER(false),

    /** A text file that names no hash means SHA-256 by a seed of 32 bytes and SHA-512 by one of 64, as in LinOTP. */
    HASH_BY_SEED_LENGTH(false),

    /** A token without a serial number takes its key's id for one, as other systems do. */
    SERIAL_FROM_KEY_ID(false),

    /**
     * Where the account stands for the serial number, as in exports of apps, issuer and account together do: one account may
     * be at several issuers.
     */
    SERIAL_WITH_ISSUER(false),

    /** A key whose PIN the token checks itself, before it shows a code: whoever takes it relies on the token for that. */
    PIN_CHECKED_BY_TOKEN(false),

    /** A key that cannot be taken is left out and reported, instead of refusing the whole file. */
    LEAVE_OUT_UNUSABLE_KEYS(false);

    private final boolean harmless;

    Leniency(boolean harmless) {
        this.harmless = harmless;
    }

    /** The name by which a person asks for it: {@code missing-mac}, where the option is {@code --allow-missing-mac}. */
    public String optionName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Those that weaken nothing. */
    public static Set<Leniency> harmless() {
        return Collections.unmodifiableSet(Arrays.stream(values())
                .filter(leniency -> leniency.harmless)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Leniency.class))));
    }
}
