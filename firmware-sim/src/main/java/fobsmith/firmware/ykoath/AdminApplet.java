package fobsmith.firmware.ykoath;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import java.util.HexFormat;

/** Of CanoKey's admin applet what needs no PIN: serial number and firmware. */
final class AdminApplet implements Applet {
    private static final byte[] AID = HexFormat.of().parseHex("f000000000");
    private static final int READ_VERSION = 0x31;
    private static final int READ_SERIAL = 0x32;

    /** That of canokey-core in May 2022. */
    private static final String FIRMWARE = "e9db44f1";

    private final YubiKeyDescription description;

    AdminApplet(YubiKeyDescription description) {
        this.description = description;
    }

    @Override
    public boolean isCalled(byte[] aid) {
        return Arrays.equals(aid, AID);
    }

    @Override
    public byte[] answer(Command command) {
        return switch (command.instruction()) {
            case READ_VERSION -> whereRight(command, FIRMWARE.getBytes(US_ASCII));
            case READ_SERIAL -> whereRight(command, description.serialBytes());
            default -> throw new Refusal(Refusal.UNKNOWN_INSTRUCTION);
        };
    }

    private static byte[] whereRight(Command command, byte[] answer) {
        Refusal.unless(command.parameters() == 0, Refusal.WRONG_PARAMETERS);
        return Response.done(answer);
    }
}
