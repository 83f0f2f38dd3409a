package fobsmith.devices.links;

/** Error numbers of Linux: its errno-base.h and errno.h. */
final class Errno {
    static final int NO_ENTRY = 2;
    static final int IO = 5;
    static final int AGAIN = 11;
    static final int BUSY = 16;
    static final int NO_DEVICE = 19;
    static final int INVALID = 22;
    static final int NOT_THIS_IOCTL = 25;
    static final int PIPE = 32;
    static final int NO_DATA = 61;
    static final int SHUT_DOWN = 108;

    private Errno() {}
}
