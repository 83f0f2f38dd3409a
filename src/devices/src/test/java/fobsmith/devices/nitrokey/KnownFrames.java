package fobsmith.devices.nitrokey;

import java.util.HexFormat;

/**
 * Frames recorded from the vendor's firmware core 0.15 as the vendor's library spoke to it; what is left out in the middle is
 * zeros.
 */
final class KnownFrames {
    static final String GET_STATUS = frame("00", "dfb76eef");
    static final String STATUS = frame("0000dfb76eef000f003a5b0000ffffff0100", "0a595c0b");
    static final String WRONG_CRC = frame("0000dfb76eef01", "2b3fe24c");
    static final String READ_EMPTY_SLOT = frame("0320", "2ecf432e");
    static final String EMPTY_SLOT = frame("00032ecf432e03", "199ce741");
    static final String GET_CODE = frame("0420", "151c701f");
    static final String CODE_REFUSED = frame("0004151c701f05", "6ca3f344");
    static final String GET_RETRIES = frame("09", "92c23abc");
    static final String THREE_RETRIES = frame("000992c23abc0003", "a3db8f59");
    static final String SET_TIME_59 = frame("0b013b00000000000000", "1cf523b4");
    static final String TIME_SET = frame("000b1cf523b400", "8592be30");

    private KnownFrames() {}

    private static String frame(String beginning, String crc) {
        return beginning + "00".repeat(60 - beginning.length() / 2) + crc;
    }

    static byte[] bytes(String frame) {
        return HexFormat.of().parseHex(frame);
    }
}
