package fobsmith.firmware.usb;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.function.Consumer;

/** Endpoint zero of a serial port: standard requests of USB 2.0 section 9.4, class requests of USB PSTN devices 1.20, 6.3. */
final class CdcControlPipe {
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
    private static final int SET_LINE_CODING = 0x2120;
    private static final int GET_LINE_CODING = 0xa121;
    private static final int SET_CONTROL_LINE_STATE = 0x2122;

    private static final int INTERFACES = 2;
    /** Bits a second, stop bits, parity and bits of a byte: 9600 8N1. */
    private static final byte[] USUAL_CODING = {(byte) 0x80, 0x25, 0, 0, 0, 0, 8};

    private static final byte[] NOTHING = {};

    private final CdcDescriptors descriptors;
    private final Endpoints endpoints;
    private final Runnable configured;
    private final Consumer<Boolean> dtr;
    private byte[] coding = USUAL_CODING;

    /**
     * @param configured told that a configuration was chosen
     * @param dtr told whether the host is ready, each time it says so
     */
    CdcControlPipe(CdcDescriptors descriptors, Endpoints endpoints, Runnable configured, Consumer<Boolean> dtr) {
        this.descriptors = descriptors;
        this.endpoints = endpoints;
        this.configured = configured;
        this.dtr = dtr;
    }

    /** Bits a second that the host has asked for. */
    long baudRate() {
        return Integer.toUnsignedLong(
                ByteBuffer.wrap(coding).order(ByteOrder.LITTLE_ENDIAN).getInt());
    }

    byte[] answer(Setup setup, byte[] data) {
        var whole = switch (setup.kind()) {
            case GET_DESCRIPTOR -> descriptors.get(setup);
            case GET_DEVICE_STATUS -> status(setup, setup.index() == 0, 0);
            case GET_INTERFACE_STATUS -> status(setup, isOurInterface(setup), 0);
            case GET_ENDPOINT_STATUS -> status(setup, true, endpoints.isHalted(setup.index()) ? 1 : 0);
            case GET_CONFIGURATION -> new byte[] {(byte) endpoints.configuration()};
            case GET_INTERFACE -> only(setup, new byte[1]);
            case GET_LINE_CODING -> only(setup, coding);
            default -> done(setup, data);
        };
        return Arrays.copyOf(whole, Math.min(whole.length, setup.length()));
    }

    private byte[] done(Setup setup, byte[] data) {
        switch (setup.kind()) {
            case SET_ADDRESS -> {
                // nothing to do: the port knows the address
            }
            case SET_CONFIGURATION -> configure(setup);
            case SET_INTERFACE -> {
                require(isOurInterface(setup) && setup.value() == 0, setup);
                endpoints.resume();
            }
            case CLEAR_ENDPOINT_FEATURE -> endpoints.resume(haltOf(setup));
            case SET_ENDPOINT_FEATURE -> endpoints.halt(haltOf(setup));
            case SET_LINE_CODING -> {
                require(isCommunications(setup) && data.length == USUAL_CODING.length, setup);
                coding = data.clone();
            }
            case SET_CONTROL_LINE_STATE -> {
                require(isCommunications(setup), setup);
                dtr.accept((setup.value() & 1) != 0);
            }
            default -> throw setup.refused();
        }
        return NOTHING;
    }

    private void configure(Setup setup) {
        require(setup.value() <= 1, setup);
        endpoints.configure(setup.value());
        configured.run();
    }

    private byte[] only(Setup setup, byte[] value) {
        require(isOurInterface(setup), setup);
        return value;
    }

    private static byte[] status(Setup setup, boolean known, int bits) {
        require(known && setup.value() == 0, setup);
        return new byte[] {(byte) bits, 0};
    }

    private static int haltOf(Setup setup) {
        require(setup.value() == 0, setup);
        return setup.index();
    }

    private boolean isOurInterface(Setup setup) {
        return endpoints.configuration() == 1 && setup.index() < INTERFACES;
    }

    private boolean isCommunications(Setup setup) {
        return endpoints.configuration() == 1 && setup.index() == 0;
    }

    private static void require(boolean condition, Setup setup) {
        if (!condition) {
            throw setup.refused();
        }
    }
}
