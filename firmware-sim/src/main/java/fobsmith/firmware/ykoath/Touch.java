package fobsmith.firmware.ykoath;

/** When somebody touches a token that waits for it. */
public enum Touch {
    /** Always and at once, so that nothing waits. */
    AT_ONCE,
    /** Never; the time is up at once. */
    NEVER,
    /** When {@link YubiKey#press} is called; the command waits until then, or until the token's patience is at its end. */
    BY_HAND
}
