package fobsmith.devices.nitrokey;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The CRC unit of an STM32 fed with little-endian words: polynomial 04C11DB7, neither reflected nor inverted. */
final class Stm32Crc {
    private static final int START = 0xffff_ffff;
    private static final int POLYNOMIAL = 0x04c1_1db7;

    private Stm32Crc() {}

    /** Of the first bytes of a report; their number is a multiple of 4. */
    static int of(byte[] report, int length) {
        var words = ByteBuffer.wrap(report, 0, length).order(ByteOrder.LITTLE_ENDIAN);
        int crc = START;
        while (words.hasRemaining()) {
            crc = withWord(crc ^ words.getInt());
        }
        return crc;
    }

    private static int withWord(int start) {
        int crc = start;
        for (int bit = 0; bit < Integer.SIZE; bit++) {
            crc = crc < 0 ? (crc << 1) ^ POLYNOMIAL : crc << 1;
        }
        return crc;
    }
}
