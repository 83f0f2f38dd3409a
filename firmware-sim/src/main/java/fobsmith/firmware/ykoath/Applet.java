package fobsmith.firmware.ykoath;

/** One of the applications on a card. */
interface Applet {
    /** Whether it is the one with this application identifier. */
    boolean isCalled(byte[] aid);

    /** It is selected; the answer's data, if it has any. */
    default byte[] select() {
        return new byte[0];
    }

    /** A whole response APDU. */
    byte[] answer(Command command);

    /** Another is selected. */
    default void leave() {}

    /** Power was gone. */
    default void forget() {}
}
