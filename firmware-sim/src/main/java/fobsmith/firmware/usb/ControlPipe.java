package fobsmith.firmware.usb;

import java.util.Arrays;
import java.util.List;

/** Endpoint zero: what is no standard request goes to the interface that it names. */
final class ControlPipe {
    private final StandardRequests standard;
    private final Endpoints endpoints;
    private final List<ClassRequests> interfaces;

    /** @param interfaces in the order of their numbers */
    ControlPipe(StandardRequests standard, Endpoints endpoints, List<ClassRequests> interfaces) {
        this.standard = standard;
        this.endpoints = endpoints;
        this.interfaces = List.copyOf(interfaces);
    }

    byte[] answer(Setup setup, byte[] data) {
        var whole = standard.answer(setup).orElseGet(() -> toInterface(setup, data));
        return Arrays.copyOf(whole, Math.min(whole.length, setup.length()));
    }

    private byte[] toInterface(Setup setup, byte[] data) {
        if (!setup.isToInterface() || !endpoints.hasInterface(setup.index())) {
            throw setup.refused();
        }
        return interfaces.get(setup.index()).answer(setup, data);
    }
}
