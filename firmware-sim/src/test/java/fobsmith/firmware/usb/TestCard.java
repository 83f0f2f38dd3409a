package fobsmith.firmware.usb;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A card of few words. Instruction 10 gives back the whole command, 20 so many bytes as P1 and P2 say, 30 cuts the power;
 * all else is 6D00.
 */
public final class TestCard implements SmartCard {
    private final byte[] atr;
    private final List<String> events = Collections.synchronizedList(new ArrayList<>());

    private TestCard(String atr) {
        this.atr = Hex.bytes(atr);
    }

    /** T=1, by TD1. */
    public static TestCard ofT1() {
        return new TestCard("3b800181");
    }

    /** T=0: there is no TD1. */
    public static TestCard ofT0() {
        return new TestCard("3b00");
    }

    static TestCard answeringReset(String atr) {
        return new TestCard(atr);
    }

    /** What was done to it: on, off, and each command in hexadecimal. */
    public List<String> events() {
        return List.copyOf(events);
    }

    @Override
    public byte[] atr() {
        return atr.clone();
    }

    @Override
    public void powerOn() {
        events.add("on");
    }

    @Override
    public void powerOff() {
        events.add("off");
    }

    @Override
    public byte[] exchange(byte[] command) {
        events.add(Hex.text(command));
        return switch (command[1]) {
            case 0x10 -> followedByOk(command);
            case 0x20 -> followedByOk(Hex.counting(ByteBuffer.wrap(command).getShort(2)));
            case 0x30 -> throw new PowerLost("the test cut the power");
            default -> Hex.bytes("6d00");
        };
    }

    private static byte[] followedByOk(byte[] data) {
        return ByteBuffer.allocate(data.length + 2)
                .put(data)
                .put(Hex.bytes("9000"))
                .array();
    }
}
