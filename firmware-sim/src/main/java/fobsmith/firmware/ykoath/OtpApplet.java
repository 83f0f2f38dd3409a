package fobsmith.firmware.ykoath;

import java.util.Arrays;
import java.util.HexFormat;

/** Of Yubico's OTP applet what tells the serial number: Yubico/yubikey-manager, yubikit/core/otp.py and management.py. */
final class OtpApplet implements Applet {
    private static final byte[] AID = HexFormat.of().parseHex("a0000005272001");
    private static final int API_REQUEST = 0x01;
    /** P1 and P2. */
    private static final int DEVICE_SERIAL = 0x1000;

    /** Programming sequence and touch level, which follow the version. */
    private static final int NO_SLOT_USED = 3;

    private final YubiKeyDescription description;

    OtpApplet(YubiKeyDescription description) {
        this.description = description;
    }

    @Override
    public boolean isCalled(byte[] aid) {
        return Arrays.equals(aid, AID);
    }

    @Override
    public byte[] select() {
        var version = description.version().bytes();
        return Arrays.copyOf(version, version.length + NO_SLOT_USED);
    }

    @Override
    public byte[] answer(Command command) {
        Refusal.unless(command.instruction() == API_REQUEST, Refusal.UNKNOWN_INSTRUCTION);
        Refusal.unless(command.parameters() == DEVICE_SERIAL, Refusal.WRONG_PARAMETERS);
        return Response.done(description.serialBytes());
    }
}
