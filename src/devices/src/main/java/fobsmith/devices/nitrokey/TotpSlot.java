package fobsmith.devices.nitrokey;

import static java.nio.charset.StandardCharsets.US_ASCII;

import fobsmith.oath.OtpProfile;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * What a slot shows to anybody who asks, and is told along with a seed.
 *
 * @param title with the zeros that fill it up to 15 bytes removed
 * @param config bit 0 eight digits, bit 1 press Enter, bit 2 send the token id
 * @param timeStep in seconds
 */
record TotpSlot(String title, int config, long timeStep) {
    static final int NAME = 15;
    static final int TOKEN_ID = 13;

    /** Of the first of the TOTP slots; 10 to 13 count events and are left alone. */
    private static final int FIRST_NUMBER = 0x20;

    private static final int EIGHT_DIGITS = 0x01;
    private static final int CONFIG_AT = NAME;
    private static final int TIME_STEP_AT = CONFIG_AT + 1 + TOKEN_ID;

    static TotpSlot of(OtpProfile.Totp otp, String title) {
        return new TotpSlot(
                title, otp.digits() == 8 ? EIGHT_DIGITS : 0, otp.timeStep().toSeconds());
    }

    /** The answer to READ SLOT. */
    static TotpSlot read(Response response) {
        var name = response.payload(0, NAME);
        int length = NAME;
        while (length > 0 && name[length - 1] == 0) {
            length--;
        }
        return new TotpSlot(
                new String(name, 0, length, US_ASCII), response.unsigned(CONFIG_AT), response.int64(TIME_STEP_AT));
    }

    /** The firmware's number of a profile. */
    static byte number(int profile) {
        return (byte) (FIRST_NUMBER + profile);
    }

    /** How many digits a config byte asks for. */
    static int digits(int config) {
        return (config & EIGHT_DIGITS) == 0 ? 6 : 8;
    }

    byte[] name() {
        return Arrays.copyOf(title.getBytes(US_ASCII), NAME);
    }

    /** What WRITE TO SLOT carries behind the temporary password; the token id stays empty. */
    void put(int profile, ByteBuffer payload) {
        payload.put(number(profile)).putLong(timeStep).put((byte) config);
    }
}
