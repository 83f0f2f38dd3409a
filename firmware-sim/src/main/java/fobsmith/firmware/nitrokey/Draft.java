package fobsmith.firmware.nitrokey;

import java.util.Arrays;

/** A slot that a host is about to write: name and secret come in several reports before it is written. In RAM only. */
final class Draft implements AutoCloseable {
    private StoredSlot slot = StoredSlot.blank();
    private boolean started;

    /** SEND_OTP_DATA: what there is now of the field that came. */
    byte[] add(Request request) {
        if (!started) {
            forget();
            started = true;
        }
        var data = request.bytes(28, 30);
        try {
            return switch (request.at(26)) {
                case 'N' -> {
                    slot.name(data);
                    yield slot.name();
                }
                case 'S' -> {
                    int from = request.at(27) * data.length;
                    slot.secret(data, from > StoredSlot.SECRET ? 0 : from);
                    yield slot.secret();
                }
                default -> new byte[0];
            };
        } finally {
            Arrays.fill(data, (byte) 0);
        }
    }

    /** Ends it: what came is the caller's, to be closed. */
    StoredSlot take() {
        Refusal.unless(started, CommandStatus.NOT_AUTHORIZED);
        var taken = slot;
        slot = StoredSlot.blank();
        started = false;
        return taken;
    }

    private void forget() {
        slot.close();
        slot = StoredSlot.blank();
        started = false;
    }

    @Override
    public void close() {
        slot.close();
    }
}
