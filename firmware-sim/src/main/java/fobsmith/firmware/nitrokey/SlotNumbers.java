package fobsmith.firmware.nitrokey;

import java.util.stream.IntStream;

/** Which slots there are: three for HOTP and one more for verifying codes, fifteen for TOTP. */
final class SlotNumbers {
    /** Its codes can be verified, and never be had. */
    static final int VERIFIED = 0x13;

    private static final int FIRST_HOTP = 0x10;
    private static final int FIRST_TOTP = 0x20;
    private static final int LAST_TOTP = 0x2e;

    private SlotNumbers() {}

    static boolean isHotp(int number) {
        return number >= FIRST_HOTP && number <= VERIFIED;
    }

    static boolean exists(int number) {
        return isHotp(number) || (number >= FIRST_TOTP && number <= LAST_TOTP);
    }

    static IntStream all() {
        return IntStream.rangeClosed(FIRST_HOTP, LAST_TOTP).filter(SlotNumbers::exists);
    }
}
