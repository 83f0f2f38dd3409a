package fobsmith.firmware.usb;

/** A simulated smart card behind a reader. Thread-safe. Every method but {@link #atr} may throw {@link PowerLost}. */
public interface SmartCard {
    /** Answer to reset, ISO/IEC 7816-3 section 8. */
    byte[] atr();

    /** Power on, or a reset: volatile state such as an authentication is gone. */
    void powerOn();

    void powerOff();

    /** The bus has been reset, as it is when the device is plugged in. The card is without power. */
    default void busReset() {}

    /**
     * One command APDU, one response APDU; never throws but {@link PowerLost}.
     *
     * @throws CardSilence where no response will ever come
     */
    byte[] exchange(byte[] command);
}
