package fobsmith.devices.usb;

/** The eight bytes that begin a control transfer: USB 2.0 section 9.3. */
public record UsbSetup(int requestType, int request, int value, int index, int length) {}
