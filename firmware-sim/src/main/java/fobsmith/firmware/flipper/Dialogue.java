package fobsmith.firmware.flipper;

import java.util.Optional;

/** Where keys go while a command wants something of its user. */
interface Dialogue {
    int CTRL_C = 0x03;
    int BACKSPACE = 0x08;
    int ENTER = 0x0d;
    int ESC = 0x1b;
    int DELETE = 0x7f;

    /** What comes after the key: this again, another, or nothing where the command is done. */
    Optional<Dialogue> key(int key, Output output);

    /** Whether the host waits for more than an echo of this key. */
    boolean isEnteredBy(int key);
}
