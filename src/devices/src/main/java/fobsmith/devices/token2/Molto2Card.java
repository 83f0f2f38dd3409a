package fobsmith.devices.token2;

import fobsmith.devices.DeviceException;
import fobsmith.devices.StatusWord;
import fobsmith.devices.Transport;
import java.util.Arrays;

/**
 * The smart card inside a Molto2: command APDUs in, data or a status word out. A link that was lost once stays lost, since
 * nobody knows what is plugged in now. One thread; closing it closes the transport.
 */
final class Molto2Card implements AutoCloseable {
    private final Transport transport;
    private boolean lost;

    Molto2Card(Transport transport) {
        this.transport = transport;
    }

    /** Asks a question. The answer may still be of any length. */
    byte[] ask(String command, byte[] apdu) {
        var response = exchange(apdu);
        var status = StatusWord.of(response);
        if (status.isOk()) {
            return Arrays.copyOf(response, response.length - 2);
        }
        requireStatusAlone(command, response);
        throw Refusals.of(command, status);
    }

    /** Gives an order that is answered by a status word alone, whatever it says. */
    StatusWord order(String command, byte[] apdu) {
        var response = exchange(apdu);
        requireStatusAlone(command, response);
        return StatusWord.of(response);
    }

    private static void requireStatusAlone(String command, byte[] response) {
        if (response.length != 2) {
            throw new DeviceException.Malformed(
                    "%s was answered by %d bytes instead of a status word".formatted(command, response.length));
        }
    }

    private byte[] exchange(byte[] apdu) {
        requireLink();
        try {
            return transport.exchange(apdu);
        } catch (DeviceException.LinkLost e) {
            lost = true;
            throw e;
        }
    }

    void requireLink() {
        if (lost) {
            throw new DeviceException.LinkLost("the link to this Molto2 was lost before");
        }
    }

    @Override
    public void close() {
        lost = true;
        transport.close();
    }
}
