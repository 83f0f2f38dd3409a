package fobsmith.firmware.ykoath;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;

/** Yubico's management applet: serial number, version and what is enabled, in READ CONFIG. It writes nothing. */
final class ManagementApplet implements Applet {
    private static final byte[] AID = HexFormat.of().parseHex("a000000527471117");
    private static final int READ_CONFIG = 0x1D;

    private static final int USB_SUPPORTED = 0x01;
    private static final int SERIAL = 0x02;
    private static final int USB_ENABLED = 0x03;
    private static final int FORM_FACTOR = 0x04;
    private static final int VERSION = 0x05;
    private static final int AUTO_EJECT = 0x06;
    private static final int RESPONSE_TIMEOUT = 0x07;
    private static final int FLAGS = 0x08;
    private static final int LOCKED = 0x0A;

    /** OTP, U2F, OpenPGP, PIV, OATH and FIDO2. */
    private static final byte[] ALL_BUT_HSMAUTH = {0x02, 0x3F};

    private static final byte USB_A_KEYCHAIN = 1;
    private static final byte SECONDS = 15;

    private final YubiKeyDescription description;

    ManagementApplet(YubiKeyDescription description) {
        this.description = description;
    }

    @Override
    public boolean isCalled(byte[] aid) {
        return Arrays.equals(aid, AID);
    }

    @Override
    public byte[] select() {
        return "Virtual mgr - FW version %s".formatted(description.version()).getBytes(US_ASCII);
    }

    @Override
    public byte[] answer(Command command) {
        Refusal.unless(command.instruction() == READ_CONFIG, Refusal.UNKNOWN_INSTRUCTION);
        Refusal.unless(command.parameters() == 0, Refusal.WRONG_PARAMETERS);
        var config = config();
        return Response.done(ByteBuffer.allocate(1 + config.length)
                .put((byte) config.length)
                .put(config)
                .array());
    }

    private byte[] config() {
        return new Tlvs()
                .add(USB_SUPPORTED, ALL_BUT_HSMAUTH)
                .add(SERIAL, description.serialBytes())
                .add(USB_ENABLED, ALL_BUT_HSMAUTH)
                .add(FORM_FACTOR, USB_A_KEYCHAIN)
                .add(VERSION, description.version().bytes())
                .add(AUTO_EJECT, (byte) 0, (byte) 0)
                .add(RESPONSE_TIMEOUT, SECONDS)
                .add(FLAGS, (byte) 0)
                .add(LOCKED, (byte) 0)
                .bytes();
    }
}
