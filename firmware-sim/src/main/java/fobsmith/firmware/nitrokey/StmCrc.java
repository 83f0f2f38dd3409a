package fobsmith.firmware.nitrokey;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The checksum unit of an STM32F1: CRC-32 of polynomial 04C11DB7 over words, neither reflected nor inverted at the end. */
final class StmCrc {
    private static final int POLYNOMIAL = 0x04c11db7;

    private StmCrc() {}

    /** Of the first bytes, a multiple of four, in little-endian words. */
    static int of(byte[] bytes, int length) {
        var words = ByteBuffer.wrap(bytes, 0, length).order(ByteOrder.LITTLE_ENDIAN);
        int crc = -1;
        while (words.hasRemaining()) {
            crc ^= words.getInt();
            for (int bit = 0; bit < Integer.SIZE; bit++) {
                crc = crc < 0 ? crc << 1 ^ POLYNOMIAL : crc << 1;
            }
        }
        return crc;
    }
}
