package fobsmith.firmware.usb;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.Consumer;

/** Requests to the communications interface of a serial port: USB PSTN devices 1.20, section 6.3. */
final class CdcRequests implements ClassRequests {
    private static final int SET_LINE_CODING = 0x2120;
    private static final int GET_LINE_CODING = 0xa121;
    private static final int SET_CONTROL_LINE_STATE = 0x2122;

    /** Bits a second, stop bits, parity and bits of a byte: 9600 8N1. */
    private static final byte[] USUAL_CODING = {(byte) 0x80, 0x25, 0, 0, 0, 0, 8};

    private static final byte[] NOTHING = {};

    private final Consumer<Boolean> dtr;
    private byte[] coding = USUAL_CODING;

    /** @param dtr told whether the host is ready, each time it says so */
    CdcRequests(Consumer<Boolean> dtr) {
        this.dtr = dtr;
    }

    /** Bits a second that the host has asked for. */
    long baudRate() {
        return Integer.toUnsignedLong(
                ByteBuffer.wrap(coding).order(ByteOrder.LITTLE_ENDIAN).getInt());
    }

    @Override
    public byte[] answer(Setup setup, byte[] data) {
        return switch (setup.kind()) {
            case GET_LINE_CODING -> coding;
            case SET_LINE_CODING -> {
                requireWhole(setup, data);
                coding = data.clone();
                yield NOTHING;
            }
            case SET_CONTROL_LINE_STATE -> {
                dtr.accept((setup.value() & 1) != 0);
                yield NOTHING;
            }
            default -> throw setup.refused();
        };
    }

    private static void requireWhole(Setup setup, byte[] data) {
        if (data.length != USUAL_CODING.length) {
            throw setup.refused();
        }
    }
}
