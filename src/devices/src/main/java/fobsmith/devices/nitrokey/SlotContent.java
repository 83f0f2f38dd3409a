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
 * @param factor time step in seconds of a slot that follows the clock, counter of one that counts
 */
record SlotContent(String title, int config, long factor) {
    static final int NAME = 15;
    static final int TOKEN_ID = 13;

    private static final int EIGHT_DIGITS = 0x01;
    private static final int CONFIG_AT = NAME;
    private static final int FACTOR_AT = CONFIG_AT + 1 + TOKEN_ID;

    static SlotContent of(OtpProfile.Totp otp, String title) {
        return new SlotContent(title, config(otp), otp.timeStep().toSeconds());
    }

    static SlotContent of(OtpProfile.Hotp otp, String title, long counter) {
        return new SlotContent(title, config(otp), counter);
    }

    private static int config(OtpProfile otp) {
        return otp.digits() == 8 ? EIGHT_DIGITS : 0;
    }

    /** The answer to READ SLOT. */
    static SlotContent read(Response response) {
        var name = response.payload(0, NAME);
        int length = NAME;
        while (length > 0 && name[length - 1] == 0) {
            length--;
        }
        return new SlotContent(
                new String(name, 0, length, US_ASCII), response.unsigned(CONFIG_AT), response.int64(FACTOR_AT));
    }

    /** How many digits a config byte asks for. */
    static int digits(int config) {
        return (config & EIGHT_DIGITS) == 0 ? 6 : 8;
    }

    byte[] name() {
        return Arrays.copyOf(title.getBytes(US_ASCII), NAME);
    }

    /** What WRITE TO SLOT carries behind the temporary password; the token id stays empty. */
    void put(byte number, ByteBuffer payload) {
        payload.put(number).putLong(factor).put((byte) config);
    }
}
