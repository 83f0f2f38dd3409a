package fobsmith.firmware.ykoath;

import java.util.Arrays;
import java.util.HexFormat;

/** Of SoloKeys' admin applet what changes nothing: UUID and version of the firmware (solokeys/admin-app, src/admin.rs). */
final class SoloAdminApplet implements Applet {
    private static final byte[] AID = HexFormat.of().parseHex("a00000084700000001");
    private static final int READ_VERSION = 0x61;
    private static final int READ_UUID = 0x62;

    /** Assumed: which one, and that it has major, minor and patch number in 10, 16 and 6 bits. */
    private static final byte[] FIRMWARE = HexFormat.of().parseHex("00800000");

    private final YubiKeyDescription description;

    SoloAdminApplet(YubiKeyDescription description) {
        this.description = description;
    }

    @Override
    public boolean isCalled(byte[] aid) {
        return Arrays.equals(aid, AID);
    }

    /** Whatever the parameters are. */
    @Override
    public byte[] answer(Command command) {
        return switch (command.instruction()) {
            case READ_VERSION -> Response.done(FIRMWARE);
            case READ_UUID -> Response.done(description.serialBytes());
            default -> throw new Refusal(Refusal.UNKNOWN_INSTRUCTION);
        };
    }
}
