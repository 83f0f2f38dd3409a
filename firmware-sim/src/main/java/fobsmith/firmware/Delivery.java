package fobsmith.firmware;

import fobsmith.firmware.parts.Token;

/** A token, and what it is to be plugged into where it has a plug. */
record Delivery(Token token, Outlet outlet) {
    /** Into the USB/IP port, as most tokens are. */
    static Delivery of(Token token) {
        return new Delivery(token, new Outlet.UsbIp());
    }
}
