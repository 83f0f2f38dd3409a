package fobsmith.devices.ykoath;

import fobsmith.devices.DeviceException;
import fobsmith.devices.StatusWord;
import fobsmith.devices.Transport;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * The smart card in the token: commands in, data and a status word out, with chaining in both directions (ISO/IEC 7816-4 section
 * 5.3.3, but for SEND REMAINING, which is YKOATH's own). A link that was lost once stays lost, since nobody knows what is plugged
 * in now. One thread; closing it closes the transport.
 */
final class OathCard implements AutoCloseable {
    private static final byte[] SEND_REMAINING = Apdu.of(0x00, 0xa5, 0x00, 0x00, 0x00);
    private static final int MORE_FOLLOWS = 0x10;
    private static final int REMAINING = 0x61;
    private static final int LONGEST_BODY = 255;

    /** More than 255 credentials of 66 bytes each take up. */
    private static final int LONGEST_ANSWER = 0xffff;

    private final Transport transport;
    private final String name;
    private boolean lost;

    /** The name of the model is for messages. */
    OathCard(Transport transport, String name) {
        this.transport = transport;
        this.name = name;
    }

    /** What a command is answered. */
    static final class Answer {
        private final StatusWord status;
        private final byte[] data;

        Answer(StatusWord status, byte[] data) {
            this.status = status;
            this.data = data;
        }

        StatusWord status() {
            return status;
        }

        /** Not a copy. */
        byte[] data() {
            return data;
        }
    }

    String name() {
        return name;
    }

    /** A command without data. */
    Answer send(int instruction, int first, int second) {
        return collect(exchange(Apdu.of(0x00, instruction, first, second, 0x00)));
    }

    /** A command with data, which are wiped here since they may hold a key. */
    Answer send(int instruction, int first, int second, byte[] body) {
        try {
            int from = 0;
            while (body.length - from > LONGEST_BODY) {
                var part = Arrays.copyOfRange(body, from, from + LONGEST_BODY);
                var response = exchangeAndWipe(Apdu.withBody(MORE_FOLLOWS, instruction, first, second, part), part);
                if (!isTaken(response)) {
                    return collect(response);
                }
                from += LONGEST_BODY;
            }
            var rest = Arrays.copyOfRange(body, from, body.length);
            return collect(exchangeAndWipe(Apdu.withBody(0x00, instruction, first, second, rest), rest));
        } finally {
            Arrays.fill(body, (byte) 0);
        }
    }

    Answer select(byte[] application) {
        return send(0xa4, 0x04, 0x00, application.clone());
    }

    private byte[] exchangeAndWipe(byte[] apdu, byte[] body) {
        try {
            return exchange(apdu);
        } finally {
            Arrays.fill(apdu, (byte) 0);
            Arrays.fill(body, (byte) 0);
        }
    }

    /** False where the token refuses the command before it has all of it. */
    private static boolean isTaken(byte[] response) {
        boolean ok = StatusWord.of(response).isOk();
        if (ok && response.length != 2) {
            throw new DeviceException.Malformed(
                    "a part of a command was answered by %d bytes".formatted(response.length - 2));
        }
        return ok;
    }

    /** What came before a refusal is dropped. */
    private Answer collect(byte[] first) {
        var response = first;
        var data = new ByteArrayOutputStream();
        data.write(response, 0, lengthOfData(response));
        while (StatusWord.of(response).sw1() == REMAINING) {
            response = exchange(SEND_REMAINING);
            data.write(response, 0, lengthOfData(response));
            requireAnEnd(response, data.size());
        }
        var status = StatusWord.of(response);
        boolean brokenOff = response.length == 2 && !status.isOk();
        return new Answer(status, brokenOff ? new byte[0] : data.toByteArray());
    }

    private static void requireAnEnd(byte[] response, int length) {
        boolean standsStill = response.length == 2 && StatusWord.of(response).sw1() == REMAINING;
        if (standsStill || length > LONGEST_ANSWER) {
            throw new DeviceException.Malformed("the token's answer does not end");
        }
    }

    private static int lengthOfData(byte[] response) {
        StatusWord.of(response);
        return response.length - 2;
    }

    private byte[] exchange(byte[] apdu) {
        if (lost) {
            throw new DeviceException.LinkLost("the link to this %s was lost before".formatted(name));
        }
        try {
            return transport.exchange(apdu);
        } catch (DeviceException.LinkLost e) {
            lost = true;
            throw e;
        }
    }

    @Override
    public void close() {
        lost = true;
        transport.close();
    }
}
