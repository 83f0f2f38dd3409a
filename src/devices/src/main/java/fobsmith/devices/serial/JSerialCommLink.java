package fobsmith.devices.serial;

import com.fazecast.jSerialComm.SerialPort;
import fobsmith.devices.DeviceException;
import java.time.Duration;
import java.util.Arrays;

/**
 * A port that jSerialComm has opened. That the device was pulled out shows at each read and write. jSerialComm would tell it
 * of itself as well, from a thread of its own and again and again; nobody listens, for that makes each closing take 0.4 s.
 *
 * <p>Reading ends after its time. Writing does not: on Linux jSerialComm bounds no write, which waits for as long as a device that is
 * there takes nothing. What is written here is short, and the kernel keeps it; a device that is pulled out ends the waiting.
 */
final class JSerialCommLink implements SerialLink {
    /** Nobody looks at it where the port is a USB device's or a terminal. */
    private static final int BAUD = 230_400;

    private static final int MOST_AT_ONCE = 4096;

    private final SerialPort port;
    private final String place;
    private boolean gone;
    private boolean closed;

    private JSerialCommLink(SerialPort port, String place) {
        this.port = port;
        this.place = place;
    }

    /** Opens the port and takes it over. */
    static JSerialCommLink take(SerialPort port, String place) {
        port.setComPortParameters(BAUD, 8, SerialPort.ONE_STOP_BIT, SerialPort.NO_PARITY);
        port.setFlowControl(SerialPort.FLOW_CONTROL_DISABLED);
        setTimeouts(port, 1);
        if (!port.openPort()) {
            throw new DeviceException.Unavailable(
                    "%s cannot be opened (Linux error %d)".formatted(place, port.getLastErrorCode()),
                    "end the program that holds it, or install udev/70-fobsmith.rules in /etc/udev/rules.d");
        }
        port.setDTR(); // to some shells this is the sign that somebody is there; a terminal knows no such line
        return new JSerialCommLink(port, place);
    }

    @Override
    public void write(byte[] bytes) {
        requireThere();
        if (port.writeBytes(bytes, bytes.length) != bytes.length) {
            throw lost();
        }
    }

    @Override
    public byte[] read(Duration timeout) {
        requireThere();
        setReadTimeout((int) Math.max(1, timeout.toMillis()));
        var buffer = new byte[MOST_AT_ONCE];
        int length = port.readBytes(buffer, buffer.length);
        if (length < 0 || (length == 0 && port.bytesAvailable() < 0)) {
            throw lost();
        }
        return Arrays.copyOf(buffer, length);
    }

    /** The port is set up anew by it, so it is done only where something changes. */
    private void setReadTimeout(int milliseconds) {
        if (port.getReadTimeout() != milliseconds) {
            setTimeouts(port, milliseconds);
        }
    }

    private static void setTimeouts(SerialPort port, int read) {
        port.setComPortTimeouts(SerialPort.TIMEOUT_READ_SEMI_BLOCKING | SerialPort.TIMEOUT_WRITE_BLOCKING, read, 0);
    }

    private void requireThere() {
        if (closed) {
            throw new DeviceException.LinkLost(place + " has been closed");
        }
        if (gone) {
            throw lost();
        }
    }

    private DeviceException lost() {
        gone = true;
        return new DeviceException.LinkLost(place + " is gone");
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            port.closePort();
        }
    }
}
