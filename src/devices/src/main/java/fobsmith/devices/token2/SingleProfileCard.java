package fobsmith.devices.token2;

import fobsmith.devices.DeviceException;
import fobsmith.devices.StatusWord;
import fobsmith.devices.Transport;
import java.util.Arrays;

/**
 * The card in a single-profile token, and the key that the vendor gave to all of them and to the public: orders under it prove
 * nothing, but the token takes no others. A link that was lost once stays lost. One thread; closing it closes the transport.
 */
final class SingleProfileCard implements AutoCloseable {
    /** The same for all tokens, as published. */
    private static final int[] DEVICE_KEY = {
        0x8a, 0xd2, 0x06, 0x88, 0x3c, 0xa3, 0x69, 0x48, 0x2a, 0xb2, 0x71, 0x82, 0xb6, 0xe8, 0x32, 0x24
    };

    private static final byte[] READ_INFO = Apdu.of(0x80, 0x41, 0x00, 0x00, 0x02, 0x02, 0x11);
    private static final byte[] GET_CHALLENGE = Apdu.of(0x80, 0x4b, 0x08, 0x00, 0x01, 0x00);
    private static final int AUTHENTICATE = 0x80ce;
    private static final int CHALLENGE_LENGTH = 8;
    private static final int PLAIN = 0x80;
    private static final int SECURED = 0x84;
    private static final int NOT_AUTHENTIC = 0x6983;

    private final Transport transport;
    private final Sm4Key key = Sm4Key.adopt(Apdu.of(DEVICE_KEY));
    private boolean lost;

    SingleProfileCard(Transport transport) {
        this.transport = transport;
    }

    TokenInfo readInfo() {
        return TokenInfo.parse(ask("READ INFO", READ_INFO));
    }

    /** Has to come before orders, in one go with them: whoever asks for a challenge ends what was before. */
    void authenticate() {
        var challenge = ask("GET CHALLENGE", GET_CHALLENGE);
        if (challenge.length != CHALLENGE_LENGTH) {
            throw new DeviceException.Malformed(
                    "a challenge of %d bytes instead of %d".formatted(challenge.length, CHALLENGE_LENGTH));
        }
        var status = status("AUTHENTICATE", Apdu.withBody(AUTHENTICATE, 0, 0, key.answer(challenge)));
        if (status.value() == NOT_AUTHENTIC) {
            throw new DeviceException.Refused(
                    "the token does not take the key that all of its kind take (6983)",
                    status,
                    "set this token aside; firmware before 2025 locks itself for good after wrong keys");
        }
        requireDone("AUTHENTICATE", status);
    }

    byte[] encrypt(byte[] plain) {
        return key.encrypt(plain);
    }

    /**
     * Gives an order under the MAC, which covers class 80 and a length without the MAC. The body is wiped: the key is public, so a
     * seed under it is a seed.
     */
    void order(String command, int instruction, int first, byte[] body) {
        var covered = Apdu.withBody(PLAIN << 8 | instruction, first, 0, body);
        var apdu = Apdu.withBody(SECURED << 8 | instruction, first, 0, body, key.mac(covered));
        try {
            requireDone(command, status(command, apdu));
        } finally {
            Arrays.fill(body, (byte) 0);
            Arrays.fill(covered, (byte) 0);
            Arrays.fill(apdu, (byte) 0);
        }
    }

    private byte[] ask(String command, byte[] apdu) {
        var response = exchange(apdu);
        requireDone(command, StatusWord.of(response));
        return Arrays.copyOf(response, response.length - 2);
    }

    private StatusWord status(String command, byte[] apdu) {
        var response = exchange(apdu);
        if (response.length != 2) {
            throw new DeviceException.Malformed(
                    "%s was answered by %d bytes instead of a status word".formatted(command, response.length));
        }
        return StatusWord.of(response);
    }

    private static void requireDone(String command, StatusWord status) {
        if (!status.isOk()) {
            throw new DeviceException.Refused(
                    "%s was refused: %s (%s)".formatted(command, status, meaning(status)),
                    status,
                    "hold the token still on the reader and start over; if it says so again, set it aside");
        }
    }

    private static String meaning(StatusWord status) {
        return switch (status.value()) {
            case 0x6700 -> "the token expects another length";
            case NOT_AUTHENTIC -> "the token was not asked with the right key, or the command's MAC is wrong";
            case 0x6a80 -> "the token does not take these data, or its challenge was used before";
            case 0x6d00 -> "the token does not know this instruction";
            case 0x6e00 -> "the token does not know this class of instructions";
            default -> "the protocol of the token does not name this status";
        };
    }

    private byte[] exchange(byte[] apdu) {
        if (lost) {
            throw new DeviceException.LinkLost("the link to this token was lost before");
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
        key.close();
        transport.close();
    }
}
