package fobsmith.firmware.usbip;

import java.nio.ByteBuffer;

/** What the importer of a device is answered: USB/IP RET_SUBMIT and RET_UNLINK. */
final class Reply {
    private static final int SUBMIT = 3;
    private static final int UNLINK = 4;
    private static final int HEADER = 48;
    private static final int NOT_ISOCHRONOUS = -1;

    private static final int DONE = 0;
    /** EPIPE of Linux, its word for STALL. */
    private static final int REFUSED = -32;
    /** ECONNRESET of Linux, its word for a transfer that was unlinked. */
    private static final int GIVEN_UP = -104;

    private static final byte[] NOTHING = {};

    private Reply() {}

    static byte[] done(Transfer transfer, byte[] data) {
        return submitted(transfer, DONE, transfer.transferred(data), data);
    }

    static byte[] refused(Transfer transfer) {
        return submitted(transfer, REFUSED, 0, NOTHING);
    }

    private static byte[] submitted(Transfer transfer, int status, int transferred, byte[] data) {
        return header(SUBMIT, transfer, status, data.length)
                .putInt(transferred)
                .putInt(0)
                .putInt(NOT_ISOCHRONOUS)
                .put(HEADER, data)
                .array();
    }

    /** @param wasPending false where the transfer had been answered already */
    static byte[] unlinked(Command.Unlink unlink, boolean wasPending) {
        return header(UNLINK, unlink, wasPending ? GIVEN_UP : DONE, 0).array();
    }

    /** The fields of device, direction and endpoint are zero in answers. */
    private static ByteBuffer header(int reply, Command to, int status, int data) {
        return ByteBuffer.allocate(HEADER + data)
                .putInt(reply)
                .putInt(to.sequence())
                .putInt(0)
                .putInt(0)
                .putInt(0)
                .putInt(status);
    }
}
