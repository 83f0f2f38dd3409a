package fobsmith.firmware.usb;

import java.util.HexFormat;

/** Bytes as they stand in the standards. */
public final class Hex {
    private Hex() {}

    /** Spaces are for the eye. */
    public static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }

    public static String text(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    /** So many bytes, counting from 0. */
    public static byte[] counting(int length) {
        var bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) i;
        }
        return bytes;
    }
}
