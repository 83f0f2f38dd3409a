package fobsmith.firmware.ykoath;

import fobsmith.firmware.usb.ReaderIdentity;
import fobsmith.firmware.usb.ReaderLayout;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Set;

/** Which token of the family. */
public enum Model {
    /** Yubico/yubikey-manager and Yubico/ykneo-oath. Assumed: no serial number in the USB descriptors, as delivered. */
    YUBIKEY("Yubico YubiKey 5", 0x1050, 0x0407, "3bfd1300008131fe15 8073c021c057597562694b6579 40", 32),
    /** canokeys/canokey-core of May 2022. */
    CANOKEY("CanoKeys CanoKey", 0x20a0, 0x42d4, "3bf71100008131fe65 43616e6f6b6579 99", 100),
    /** Nitrokey/trussed-secrets-app. Assumed: version, number of credentials, ATR, USB texts. */
    NITROKEY3("Nitrokey Nitrokey 3", 0x20a0, 0x42b2, "3b8f01 805d4e6974726f6b65790000000000 6a", 50),
    /** trussed-dev/oath-authenticator and solokeys/admin-app. Assumed: number of credentials, ATR, USB texts, the password. */
    SOLO2("SoloKeys Solo 2", 0x1209, 0xbeee, "3b8f01 805d536f6c6f203200000000000000 7e", 50);

    /** SLOT_NO_ERROR of canokey-core, in bError where others have 0. */
    private static final int NO_ERROR = 0x81;

    private static final Set<Quirk> OF_CANOKEY = Set.of(
            Quirk.VALIDATED_SURVIVES_SELECT,
            Quirk.DUPLICATE_REFUSED,
            Quirk.WRONG_PASSWORD_IS_6984,
            Quirk.NO_RESET,
            Quirk.CHUNKS_BY_LE,
            Quirk.EMPTY_CHALLENGE_REFUSED,
            Quirk.CHALLENGE_FILLED_IN_FRONT,
            Quirk.FOUR_DIGITS_SUFFICE,
            Quirk.NO_MANAGEMENT,
            Quirk.ADMIN_APPLET);
    private static final Set<Quirk> OF_NITROKEY = Set.of(
            Quirk.DUPLICATE_REFUSED,
            Quirk.DUPLICATE_IS_6983,
            Quirk.MISSING_IS_6A82,
            Quirk.PROPERTY_ALSO_WITH_LENGTH,
            Quirk.SERIAL_IN_SELECT,
            Quirk.PIN_INSTEAD_OF_ACCESS_KEY,
            Quirk.NO_SHA512,
            Quirk.NO_COMMAND_CHAINING,
            Quirk.NO_CALCULATE_ALL,
            Quirk.RENAME_IS_B7,
            Quirk.TOUCH_TO_CHANGE,
            Quirk.NO_MANAGEMENT);
    private static final Set<Quirk> OF_SOLO = Set.of(
            Quirk.MISSING_IS_6A82,
            Quirk.DELETING_NOTHING_SUCCEEDS,
            Quirk.LOCKED_IS_6985,
            Quirk.NO_SHA512,
            Quirk.NO_COMMAND_CHAINING,
            Quirk.TOUCH_IS_IGNORED,
            Quirk.COUNTERS_WITHOUT_DIGITS,
            Quirk.SOLO_ADMIN_APPLET,
            Quirk.NO_MANAGEMENT);

    private final String fullName;
    private final int vendor;
    private final int product;
    private final String atr;
    private final int credentials;

    Model(String fullName, int vendor, int product, String atr, int credentials) {
        this.fullName = fullName;
        this.vendor = vendor;
        this.product = product;
        this.atr = atr;
        this.credentials = credentials;
    }

    /** Vendor and model. */
    public String fullName() {
        return fullName;
    }

    /** What its reader says of itself; CanoKey alone tells its serial number there. */
    ReaderIdentity identity(String serial) {
        return switch (this) {
            case YUBIKEY -> new ReaderIdentity(vendor, product, 0x0543, "Yubico", "YubiKey OTP+FIDO+CCID", "");
            case CANOKEY -> new ReaderIdentity(vendor, product, 0x0100, "Canopo", "Canokey", serial, NO_ERROR);
            case NITROKEY3 -> new ReaderIdentity(vendor, product, 0x0100, "Nitrokey", "Nitrokey 3", "");
            case SOLO2 -> new ReaderIdentity(vendor, product, 0x0100, "SoloKeys", "Solo 2", "");
        };
    }

    /** Assumed of all but CanoKey: nothing is beside the reader. */
    ReaderLayout readerLayout() {
        return this == CANOKEY ? ReaderLayout.BEHIND_FIDO_AND_WEBUSB : ReaderLayout.ALONE;
    }

    byte[] atr() {
        return HexFormat.of().parseHex(atr.replace(" ", ""));
    }

    Version version() {
        return switch (this) {
            case YUBIKEY -> new Version(5, 4, 3);
            case CANOKEY -> new Version(5, 5, 5);
            case NITROKEY3 -> new Version(4, 9, 0);
            case SOLO2 -> new Version(4, 4, 4);
        };
    }

    /** How many it holds; a YubiKey from 5.7 on twice as many. */
    int credentials(Version ofFirmware) {
        return this == YUBIKEY && ofFirmware.isAtLeast(5, 7, 0) ? 2 * credentials : credentials;
    }

    Set<Quirk> quirks() {
        return switch (this) {
            case YUBIKEY -> Set.of();
            case CANOKEY -> OF_CANOKEY;
            case NITROKEY3 -> OF_NITROKEY;
            case SOLO2 -> OF_SOLO;
        };
    }

    /** Whether what it can do follows from its version, as it does where an application is Yubico's or says that it is. */
    boolean goesByVersion() {
        return this == YUBIKEY || this == SOLO2;
    }

    /**
     * Big endian. A YubiKey has a decimal number of four bytes, the others hexadecimal digits in capitals: eight, and a Solo 2, whose
     * number is a UUID, thirty-two.
     */
    byte[] serialBytes(String serial) {
        if (this == YUBIKEY) {
            require(
                    serial.matches("0|[1-9][0-9]{0,9}") && Long.parseLong(serial) <= 0xffff_ffffL,
                    serial,
                    "a number up to 4294967295 without leading zeros");
            return ByteBuffer.allocate(Integer.BYTES)
                    .putInt((int) Long.parseLong(serial))
                    .array();
        }
        int digits = this == SOLO2 ? 32 : 8;
        require(
                serial.matches("[0-9A-F]{%d}".formatted(digits)),
                serial,
                "%s hexadecimal digits in capitals".formatted(this == SOLO2 ? "thirty-two" : "eight"));
        return HexFormat.of().parseHex(serial);
    }

    private static void require(boolean possible, String serial, String form) {
        if (!possible) {
            throw new IllegalArgumentException("serial \"%s\" is not %s".formatted(serial, form));
        }
    }
}
