package fobsmith.devices.nitrokey;

import fobsmith.devices.DeviceException;
import fobsmith.devices.hid.FeatureReports;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * Says to each command what a test told it to say, in turn; the last answer stands. Writes down what it was asked. An answer
 * is a status and a payload in hexadecimal, such as {@code "00 03"}.
 */
final class ScriptedNitrokey implements FeatureReports {
    static final String SERIAL = "NITROKEY-00005B3A";
    static final String STATUS = "00 0f00 3a5b0000 ffffff 0100";
    static final String EMPTY = "03";
    static final String DONE = "00";

    private final Map<Command, List<String>> answers = new EnumMap<>(Command.class);
    private final Deque<byte[]> reports = new ArrayDeque<>();
    private final List<String> asked = new ArrayList<>();
    private UnaryOperator<List<byte[]>> way = List::copyOf;
    private boolean closed;

    ScriptedNitrokey() {
        for (var command : Command.values()) {
            say(command, DONE);
        }
        reports.add(new byte[LENGTH]);
        say(Command.GET_STATUS, STATUS);
        say(Command.READ_SLOT, EMPTY);
        say(Command.GET_PASSWORD_RETRY_COUNT, "00 03");
        say(Command.GET_USER_PASSWORD_RETRY_COUNT, "00 03");
    }

    void say(Command command, String... several) {
        answers.put(command, new ArrayList<>(List.of(several)));
    }

    /** What becomes of an answer on its way: it may come late, damaged, or not at all. The last report stands. */
    void onTheWay(UnaryOperator<List<byte[]>> change) {
        way = change;
    }

    @Override
    public void set(byte[] report) {
        asked.add(HexFormat.of().formatHex(report));
        var command = List.of(Command.values()).stream()
                .filter(one -> one.id() == report[0])
                .findFirst()
                .orElseThrow();
        var several = Objects.requireNonNull(answers.get(command));
        var next = several.size() == 1 ? several.getFirst() : several.removeFirst();
        if (next.equals("gone")) {
            throw new DeviceException.LinkLost("gone");
        }
        reports.clear();
        reports.addAll(way.apply(List.of(answer(report, next))));
    }

    static byte[] answer(byte[] request, String statusAndPayload) {
        var bytes = ByteBuffer.allocate(LENGTH).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put((byte) 0).put(request[0]).put(request, 60, 4);
        bytes.put(HexFormat.of().parseHex(statusAndPayload.replace(" ", "")));
        return bytes.putInt(60, Stm32Crc.of(bytes.array(), 60)).array();
    }

    /** Says so to so many questions, and then goes on as before. */
    void busyFor(int times) {
        var busy = new byte[LENGTH];
        busy[0] = 1;
        for (int i = 0; i < times; i++) {
            reports.addFirst(busy.clone());
        }
    }

    @Override
    public byte[] get() {
        if (reports.isEmpty()) {
            throw new DeviceException.LinkLost("the device does not answer");
        }
        return reports.size() == 1 ? reports.getFirst().clone() : reports.removeFirst();
    }

    /** Everything since this was last called. */
    List<String> asked() {
        var all = List.copyOf(asked);
        asked.clear();
        return all;
    }

    boolean closed() {
        return closed;
    }

    @Override
    public void close() {
        closed = true;
    }
}
