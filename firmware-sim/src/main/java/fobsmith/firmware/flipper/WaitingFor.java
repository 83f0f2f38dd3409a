package fobsmith.firmware.flipper;

/** What a Flipper waits for somebody to do at it. */
public enum WaitingFor {
    NOTHING,
    /** That the export of all seeds is allowed or refused by a button. */
    EXPORT,
    /** That the PIN is entered by the arrow keys. */
    PIN
}
