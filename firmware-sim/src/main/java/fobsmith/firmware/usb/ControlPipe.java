package fobsmith.firmware.usb;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.function.IntConsumer;

/** Endpoint zero of a reader: standard requests of USB 2.0 section 9.4, class requests of CCID 1.10 section 5.3. */
final class ControlPipe {
    private static final int GET_DEVICE_STATUS = 0x8000;
    private static final int GET_INTERFACE_STATUS = 0x8100;
    private static final int GET_ENDPOINT_STATUS = 0x8200;
    private static final int CLEAR_ENDPOINT_FEATURE = 0x0201;
    private static final int SET_ENDPOINT_FEATURE = 0x0203;
    private static final int SET_ADDRESS = 0x0005;
    private static final int GET_DESCRIPTOR = 0x8006;
    private static final int GET_CONFIGURATION = 0x8008;
    private static final int SET_CONFIGURATION = 0x0009;
    private static final int GET_INTERFACE = 0x810a;
    private static final int SET_INTERFACE = 0x010b;
    private static final int ABORT = 0x2101;
    private static final int GET_CLOCK_FREQUENCIES = 0xa102;
    private static final int GET_DATA_RATES = 0xa103;

    private static final byte[] NOTHING = {};

    private final ReaderDescriptors descriptors;
    private final Endpoints endpoints;
    private final IntConsumer configure;
    private final IntConsumer abort;

    /**
     * @param configure told of a new configuration, 0 or 1
     * @param abort told of the bSeq of the message that is to be aborted
     */
    ControlPipe(ReaderDescriptors descriptors, Endpoints endpoints, IntConsumer configure, IntConsumer abort) {
        this.descriptors = descriptors;
        this.endpoints = endpoints;
        this.configure = configure;
        this.abort = abort;
    }

    byte[] answer(Setup setup) {
        var whole = switch (setup.kind()) {
            case GET_DESCRIPTOR -> descriptors.get(setup);
            case GET_DEVICE_STATUS -> status(setup, setup.index() == 0, 0);
            case GET_INTERFACE_STATUS -> status(setup, isOurInterface(setup), 0);
            case GET_ENDPOINT_STATUS -> status(setup, true, endpoints.isHalted(setup.index()) ? 1 : 0);
            case GET_CONFIGURATION -> new byte[] {(byte) endpoints.configuration()};
            case GET_INTERFACE -> interfaceSetting(setup);
            case GET_CLOCK_FREQUENCIES -> only(setup, ReaderDescriptors.CLOCK);
            case GET_DATA_RATES -> only(setup, ReaderDescriptors.DATA_RATE);
            default -> done(setup);
        };
        return Arrays.copyOf(whole, Math.min(whole.length, setup.length()));
    }

    private byte[] done(Setup setup) {
        switch (setup.kind()) {
            case SET_ADDRESS -> {
                // nothing to do: the port knows the address
            }
            case SET_CONFIGURATION -> configure(setup);
            case SET_INTERFACE -> setInterface(setup);
            case CLEAR_ENDPOINT_FEATURE -> endpoints.resume(haltOf(setup));
            case SET_ENDPOINT_FEATURE -> endpoints.halt(haltOf(setup));
            case ABORT -> abort(setup);
            default -> throw setup.refused();
        }
        return NOTHING;
    }

    private static byte[] status(Setup setup, boolean known, int bits) {
        require(known && setup.value() == 0, setup);
        return new byte[] {(byte) bits, 0};
    }

    private byte[] interfaceSetting(Setup setup) {
        require(isOurInterface(setup), setup);
        return new byte[] {0};
    }

    private byte[] only(Setup setup, int value) {
        require(isOurInterface(setup), setup);
        return ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(value)
                .array();
    }

    private void configure(Setup setup) {
        require(setup.value() <= 1, setup);
        configure.accept(setup.value());
    }

    private void setInterface(Setup setup) {
        require(isOurInterface(setup) && setup.value() == 0, setup);
        endpoints.resume();
    }

    private static int haltOf(Setup setup) {
        require(setup.value() == 0, setup);
        return setup.index();
    }

    private void abort(Setup setup) {
        int slot = setup.value() & 0xff;
        require(isOurInterface(setup) && slot == 0, setup);
        abort.accept(setup.value() >> 8);
    }

    private boolean isOurInterface(Setup setup) {
        return endpoints.configuration() == 1 && setup.index() == 0;
    }

    private static void require(boolean condition, Setup setup) {
        if (!condition) {
            throw setup.refused();
        }
    }
}
