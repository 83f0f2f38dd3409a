package fobsmith.firmware.usb;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * Puts messages together from what comes in at the bulk endpoint: one transfer with all bytes, or several that end in full
 * packets. A message ends with the last byte that dwLength announces or, cut off, with a short packet (USB 2.0 section
 * 5.8.3).
 */
final class Incoming {
    private final int longest;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private long received;

    /** @param longest message, header included */
    Incoming(int longest) {
        this.longest = longest;
    }

    /** The message that ends with this transfer. What is shorter than a header cannot be answered and is forgotten. */
    Optional<BulkCommand> accept(byte[] transfer) {
        kept.write(transfer, 0, Math.min(transfer.length, longest - kept.size()));
        received += transfer.length;
        boolean shortPacket = transfer.length % ReaderDescriptors.PACKET != 0 || transfer.length == 0;
        if (!shortPacket && received < announced()) {
            return Optional.empty();
        }
        var message = received < BulkCommand.HEADER ? Optional.<BulkCommand>empty() : Optional.of(command());
        forget();
        return message;
    }

    private BulkCommand command() {
        boolean whole = received == announced() && received <= longest;
        return new BulkCommand(kept.toByteArray(), whole);
    }

    /** Header and dwLength. */
    private long announced() {
        if (received < BulkCommand.HEADER) {
            return BulkCommand.HEADER;
        }
        var header = ByteBuffer.wrap(kept.toByteArray()).order(ByteOrder.LITTLE_ENDIAN);
        return BulkCommand.HEADER + Integer.toUnsignedLong(header.getInt(1));
    }

    void forget() {
        kept.reset();
        received = 0;
    }
}
