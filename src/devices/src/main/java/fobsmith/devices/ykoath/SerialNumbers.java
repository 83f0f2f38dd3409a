package fobsmith.devices.ykoath;

import fobsmith.devices.DeviceException;
import fobsmith.devices.StatusWord;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** Where each model tells its serial number. The OATH application has to be selected after it was read. */
final class SerialNumbers {
    private static final byte[] MANAGEMENT = Apdu.of(0xa0, 0x00, 0x00, 0x05, 0x27, 0x47, 0x11, 0x17);
    private static final int READ_CONFIG = 0x1d;
    private static final int SERIAL = 0x02;

    private static final byte[] OTP = Apdu.of(0xa0, 0x00, 0x00, 0x05, 0x27, 0x20, 0x01);
    private static final int OTP_COMMAND = 0x01;
    private static final int OTP_SERIAL = 0x10;

    private static final byte[] CANOKEY_ADMIN = Apdu.of(0xf0, 0x00, 0x00, 0x00, 0x00);
    private static final int CANOKEY_SERIAL = 0x32;

    private static final byte[] SOLO_ADMIN = Apdu.of(0xa0, 0x00, 0x00, 0x08, 0x47, 0x00, 0x00, 0x00, 0x01);
    private static final int SOLO_UUID = 0x62;
    private static final int UUID_LENGTH = 16;

    private SerialNumbers() {}

    /**
     * As the registry keeps it.
     *
     * @throws DeviceException.Unsupported where the token does not tell it
     */
    static String read(OathCard card, YkOathModel model) {
        return switch (model) {
            case YUBIKEY ->
                "YUBIKEY-%s"
                        .formatted(Integer.toUnsignedString(require(
                                ofManagement(card).or(() -> simple(card, OTP, OTP_COMMAND, OTP_SERIAL)), card)));
            case CANOKEY -> "CANOKEY-%08X".formatted(require(simple(card, CANOKEY_ADMIN, CANOKEY_SERIAL, 0), card));
            case NITROKEY_3 -> "NITROKEY3-%08X".formatted(require(ofSelect(card), card));
            // Published firmware has the UUID alone.
            case SOLO_2 ->
                "SOLO2-"
                        + simple(card, SOLO_ADMIN, SOLO_UUID, 0)
                                .map(uuid -> uuid(uuid, card))
                                .orElseGet(() -> "%08X".formatted(require(ofSelect(card), card)));
        };
    }

    /** Older firmware has no such application, or does not name the serial number in it. */
    private static Optional<byte[]> ofManagement(OathCard card) {
        if (!hasApplication("SELECT MANAGEMENT", card.select(MANAGEMENT))) {
            return Optional.empty();
        }
        var answer = card.send(READ_CONFIG, 0, 0);
        if (!isKnown(answer.status())) {
            return Optional.empty();
        }
        var config = Refusals.data("READ CONFIG", answer);
        if (config.length == 0 || (config[0] & 0xff) != config.length - 1) {
            throw new DeviceException.Malformed(
                    "the %s tells a wrong length of its configuration".formatted(card.name()));
        }
        return Tlv.find(Tlv.parse(Arrays.copyOfRange(config, 1, config.length)), SERIAL);
    }

    private static Optional<byte[]> simple(OathCard card, byte[] application, int instruction, int first) {
        if (!hasApplication("SELECT", card.select(application))) {
            return Optional.empty();
        }
        var answer = card.send(instruction, first, 0);
        return isKnown(answer.status()) ? Optional.of(Refusals.data("READ SERIAL", answer)) : Optional.empty();
    }

    private static Optional<byte[]> ofSelect(OathCard card) {
        return Optional.ofNullable(Selected.on(card).serial());
    }

    private static boolean hasApplication(String command, OathCard.Answer answer) {
        if (!isKnown(answer.status())) {
            return false;
        }
        Refusals.data(command, answer);
        return true;
    }

    private static boolean isKnown(StatusWord status) {
        return switch (status.value()) {
            case Refusals.NO_APPLICATION, Refusals.UNKNOWN_INSTRUCTION, Refusals.WRONG_PARAMETERS, 0x6a86 -> false;
            default -> true;
        };
    }

    private static int require(Optional<byte[]> found, OathCard card) {
        var bytes = found.orElseThrow(() -> unknown(card));
        requireLength(bytes, Integer.BYTES, card);
        int serial = ByteBuffer.wrap(bytes).getInt();
        if (serial == 0) {
            throw unknown(card);
        }
        return serial;
    }

    private static String uuid(byte[] bytes, OathCard card) {
        requireLength(bytes, UUID_LENGTH, card);
        if (Arrays.equals(bytes, new byte[UUID_LENGTH])) {
            throw unknown(card);
        }
        return HexFormat.of().withUpperCase().formatHex(bytes);
    }

    private static void requireLength(byte[] bytes, int length, OathCard card) {
        if (bytes.length != length) {
            throw new DeviceException.Malformed("the serial number of the %s has %d bytes instead of %d"
                    .formatted(card.name(), bytes.length, length));
        }
    }

    private static DeviceException unknown(OathCard card) {
        return new DeviceException.Unsupported(
                "this %s does not tell its serial number, so nobody could tell it from another".formatted(card.name()));
    }
}
