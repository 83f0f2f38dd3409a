package fobsmith.firmware.usb;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.IntConsumer;

/**
 * Class requests of CCID 1.10 section 5.3.
 *
 * @param clock the only clock frequency, in kHz
 * @param dataRate the only data rate, in bits a second
 * @param abort told of the bSeq of the message that is to be aborted
 */
record CcidRequests(int clock, int dataRate, IntConsumer abort) implements ClassRequests {
    private static final int ABORT = 0x2101;
    private static final int GET_CLOCK_FREQUENCIES = 0xa102;
    private static final int GET_DATA_RATES = 0xa103;

    @Override
    public byte[] answer(Setup setup, byte[] data) {
        return switch (setup.kind()) {
            case GET_CLOCK_FREQUENCIES -> little(clock);
            case GET_DATA_RATES -> little(dataRate);
            case ABORT -> abort(setup);
            default -> throw setup.refused();
        };
    }

    private static byte[] little(int value) {
        return ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(value)
                .array();
    }

    private byte[] abort(Setup setup) {
        int slot = setup.value() & 0xff;
        if (slot != 0) {
            throw setup.refused();
        }
        abort.accept(setup.value() >> 8);
        return new byte[0];
    }
}
