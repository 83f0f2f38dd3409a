package fobsmith.firmware.usbip;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.ProtocolException;

/** What the importer of a device sends: USB/IP CMD_SUBMIT and CMD_UNLINK. */
sealed interface Command permits Transfer, Command.Unlink {
    int SUBMIT = 1;
    int UNLINK = 2;

    int sequence();

    /** Asks for a transfer to be given up. */
    record Unlink(int sequence, int given) implements Command {}

    /**
     * Reads the next command.
     *
     * @throws IOException where it ends early, or is none to this device
     */
    static Command read(DataInputStream in, PluggedDevice device) throws IOException {
        int command = in.readInt();
        int sequence = in.readInt();
        require(in.readInt() == device.id(), "device");
        int direction = in.readInt();
        int endpoint = in.readInt();
        return switch (command) {
            case SUBMIT -> Transfer.read(in, sequence, direction, endpoint);
            case UNLINK -> unlink(in, sequence);
            default -> throw new ProtocolException("command %08x is unknown".formatted(command));
        };
    }

    private static Unlink unlink(DataInputStream in, int sequence) throws IOException {
        var unlink = new Unlink(sequence, in.readInt());
        in.skipNBytes(24);
        return unlink;
    }

    static void require(boolean possible, String what) throws ProtocolException {
        if (!possible) {
            throw new ProtocolException("the %s of a command is impossible".formatted(what));
        }
    }
}
