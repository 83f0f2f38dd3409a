package fobsmith.devices.token2;

import fobsmith.devices.DeviceException;
import fobsmith.devices.Transport;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Says to each command what a test told it to say, in turn; the last answer stands. Writes down what it was asked. */
final class ScriptedMolto2 implements Transport {
    static final String SERIAL = "826658719844499";
    static final String INFO_OF_2024 = "000000" + "0f" + ascii(SERIAL) + "0000" + "65920080" + "9000";
    static final String EMPTY = "951f701d" + "00".repeat(25) + "011e0600" + "9000";
    static final String FULL = "951f701d" + "20" + "00".repeat(24) + "011e0601" + "9000";

    private final Map<String, List<String>> answers = new HashMap<>();
    private final List<String> asked = new ArrayList<>();
    private boolean closed;

    ScriptedMolto2() {
        to("8041000000").say(INFO_OF_2024);
        to("8041").say(EMPTY);
        to("804b080000").say(KnownAnswers.hex("challenge") + "9000");
        to("80ce").say("9000");
        to("84").say("9000");
        to("84d7").say("9060");
        to("80e6").say("9000");
    }

    /** What is said to commands that begin like this, unless a longer beginning fits too. */
    Answers to(String beginning) {
        return several -> answers.put(beginning, new ArrayList<>(List.of(several)));
    }

    @FunctionalInterface
    interface Answers {
        void say(String... several);
    }

    @Override
    public byte[] exchange(byte[] request) {
        var command = HexFormat.of().formatHex(request);
        asked.add(command);
        var answer = answers.entrySet().stream()
                .filter(entry -> command.startsWith(entry.getKey()))
                .max((a, b) -> Integer.compare(a.getKey().length(), b.getKey().length()))
                .orElseThrow()
                .getValue();
        var next = answer.size() == 1 ? answer.getFirst() : answer.removeFirst();
        if (next.equals("gone")) {
            throw new DeviceException.LinkLost("gone");
        }
        return HexFormat.of().parseHex(next);
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

    private static String ascii(String text) {
        return HexFormat.of().formatHex(text.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    }
}
