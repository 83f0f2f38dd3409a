package fobsmith.firmware.usb;

import java.util.Optional;
import java.util.function.IntConsumer;

/** Standard requests of USB 2.0 section 9.4 to a device with one configuration. */
final class StandardRequests {
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

    private static final byte[] NOTHING = {};

    private final Descriptors descriptors;
    private final Endpoints endpoints;
    private final IntConsumer configure;

    /** @param configure told of a new configuration, 0 or 1 */
    StandardRequests(Descriptors descriptors, Endpoints endpoints, IntConsumer configure) {
        this.descriptors = descriptors;
        this.endpoints = endpoints;
        this.configure = configure;
    }

    /** The whole answer; empty where it is no standard request. */
    Optional<byte[]> answer(Setup setup) {
        return switch (setup.kind()) {
            case GET_DESCRIPTOR -> Optional.of(descriptors.get(setup));
            case GET_DEVICE_STATUS -> Optional.of(status(setup, setup.index() == 0, 0));
            case GET_INTERFACE_STATUS -> Optional.of(status(setup, endpoints.hasInterface(setup.index()), 0));
            case GET_ENDPOINT_STATUS -> Optional.of(status(setup, true, endpoints.isHalted(setup.index()) ? 1 : 0));
            case GET_CONFIGURATION -> Optional.of(new byte[] {(byte) endpoints.configuration()});
            case GET_INTERFACE -> Optional.of(interfaceSetting(setup));
            default -> done(setup) ? Optional.of(NOTHING) : Optional.empty();
        };
    }

    private boolean done(Setup setup) {
        switch (setup.kind()) {
            case SET_ADDRESS -> {
                // nothing to do: the port knows the address
            }
            case SET_CONFIGURATION -> configure(setup);
            case SET_INTERFACE -> setInterface(setup);
            case CLEAR_ENDPOINT_FEATURE -> endpoints.resume(haltOf(setup));
            case SET_ENDPOINT_FEATURE -> endpoints.halt(haltOf(setup));
            default -> {
                return false;
            }
        }
        return true;
    }

    private static byte[] status(Setup setup, boolean known, int bits) {
        require(known && setup.value() == 0, setup);
        return new byte[] {(byte) bits, 0};
    }

    private byte[] interfaceSetting(Setup setup) {
        require(endpoints.hasInterface(setup.index()), setup);
        return new byte[] {0};
    }

    private void configure(Setup setup) {
        require(setup.value() <= 1, setup);
        configure.accept(setup.value());
    }

    private void setInterface(Setup setup) {
        require(endpoints.hasInterface(setup.index()) && setup.value() == 0, setup);
        endpoints.resumeInterface(setup.index());
    }

    private static int haltOf(Setup setup) {
        require(setup.value() == 0, setup);
        return setup.index();
    }

    private static void require(boolean condition, Setup setup) {
        if (!condition) {
            throw setup.refused();
        }
    }
}
