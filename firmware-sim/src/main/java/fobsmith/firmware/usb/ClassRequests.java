package fobsmith.firmware.usb;

/** What one interface does at endpoint zero beyond the standard requests of USB 2.0 section 9.4. */
interface ClassRequests {
    /**
     * The whole answer; nothing where the host sent data or there is none.
     *
     * @throws UsbStall where it is none of the interface's requests
     */
    byte[] answer(Setup setup, byte[] data);
}
