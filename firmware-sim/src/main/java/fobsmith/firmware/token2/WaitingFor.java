package fobsmith.firmware.token2;

/** What a Molto2 does as soon as somebody presses its up arrow. */
public enum WaitingFor {
    NOTHING,
    CUSTOMER_KEY,
    FACTORY_RESET
}
