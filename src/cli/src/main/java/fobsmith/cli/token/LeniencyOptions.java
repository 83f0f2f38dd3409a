package fobsmith.cli.token;

import fobsmith.seedfiles.Leniency;
import fobsmith.seedfiles.ReadingTerms;
import picocli.CommandLine.Option;

/** Which departures from the standards are tolerated; each is asked for by name, since each weakens or changes something. */
final class LeniencyOptions {
    @Option(
            names = "--allow-missing-mac",
            description = "Take encrypted values without a MAC: they may have been changed unnoticed.")
    private boolean missingMac;

    @Option(names = "--allow-mac-over-plaintext", description = "Take MACs over the plain values.")
    private boolean macOverPlaintext;

    @Option(
            names = "--allow-plain-secret-in-encrypted-container",
            description = "Take plain seeds among encrypted ones.")
    private boolean plainSecret;

    @Option(
            names = "--allow-hash-by-seed-length",
            description =
                    "In CSV without a hash, take SHA-256 for seeds of 32 bytes and SHA-512 for 64, as LinOTP does.")
    private boolean hashByLength;

    @Option(names = "--allow-serial-from-key-id", description = "Take the key's id where a serial number is missing.")
    private boolean serialFromKeyId;

    @Option(
            names = "--serial-with-issuer",
            description = "In exports of apps, take issuer and account for the serial number instead of the account.")
    private boolean serialWithIssuer;

    @Option(
            names = "--allow-pin-checked-by-token",
            description = "Take keys whose token checks a PIN before it shows a code.")
    private boolean pinCheckedByToken;

    @Option(
            names = "--leave-out-unusable-keys",
            description = "Leave out keys that cannot be taken, and report them, instead of refusing the file.")
    private boolean leaveOut;

    @Option(names = "--allow-hotp", description = "Take HOTP keys too; they are stock only, as IAM takes none.")
    private boolean hotp;

    ReadingTerms on(ReadingTerms terms) {
        var lenient = with(terms, missingMac, Leniency.MISSING_MAC);
        lenient = with(lenient, macOverPlaintext, Leniency.MAC_OVER_PLAINTEXT);
        lenient = with(lenient, plainSecret, Leniency.PLAIN_SECRET_IN_ENCRYPTED_CONTAINER);
        lenient = with(lenient, hashByLength, Leniency.HASH_BY_SEED_LENGTH);
        lenient = with(lenient, serialFromKeyId, Leniency.SERIAL_FROM_KEY_ID);
        lenient = with(lenient, serialWithIssuer, Leniency.SERIAL_WITH_ISSUER);
        lenient = with(lenient, pinCheckedByToken, Leniency.PIN_CHECKED_BY_TOKEN);
        lenient = with(lenient, leaveOut, Leniency.LEAVE_OUT_UNUSABLE_KEYS);
        return hotp ? lenient.withEventBased() : lenient;
    }

    /** The option that asks for it; those that weaken nothing have none, as they are on. */
    static String name(Leniency leniency) {
        return switch (leniency) {
            case LEAVE_OUT_UNUSABLE_KEYS, SERIAL_WITH_ISSUER -> "--" + leniency.optionName();
            case ENCRYPTION_KEY_AS_MAC_KEY,
                    MAC_METHOD_WITHOUT_ALGORITHM,
                    MISSING_MAC,
                    MAC_OVER_PLAINTEXT,
                    PLAIN_SECRET_IN_ENCRYPTED_CONTAINER,
                    HASH_BY_SEED_LENGTH,
                    SERIAL_FROM_KEY_ID,
                    PIN_CHECKED_BY_TOKEN -> "--allow-" + leniency.optionName();
        };
    }

    private static ReadingTerms with(ReadingTerms terms, boolean asked, Leniency leniency) {
        return asked ? terms.tolerating(leniency) : terms;
    }
}
