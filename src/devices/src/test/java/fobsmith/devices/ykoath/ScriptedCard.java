package fobsmith.devices.ykoath;

import static java.nio.charset.StandardCharsets.UTF_8;

import fobsmith.devices.DeviceException;
import fobsmith.devices.Transport;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Says to each command what a test told it to say, in turn; the last answer stands. Writes down what it was asked. To begin with
 * it is a YubiKey 5.4.3 with serial number 12345678, without credentials and password, as ykman 4.0.9 was seen to accept one.
 */
final class ScriptedCard implements Transport {
    static final String SERIAL = "YUBIKEY-12345678";
    static final String SALT = "2ffff995eb3baaf0";
    static final String CHALLENGE = "fc88d499a48ed011";

    static final String SELECT_MANAGEMENT = "00a4040008a000000527471117";
    static final String READ_CONFIG = "001d000000";
    static final String CONFIG = "230102023f020400bc614e0302023f04010105030504030602000007010f0801000a0100" + "9000";
    static final String SELECT_OTP = "00a4040007a0000005272001";
    static final String SELECT_OATH = "00a4040007a0000005272101";
    static final String OPEN = "7903050403" + "7108" + SALT + "9000";
    static final String LOCKED = "7903050403" + "7108" + SALT + "7408" + CHALLENGE + "7b0101" + "9000";
    static final String LIST = "00a1000000";
    static final String GONE = "gone";

    private final Map<String, List<String>> answers = new HashMap<>();
    private final List<String> asked = new ArrayList<>();
    private boolean closed;

    ScriptedCard() {
        to(SELECT_MANAGEMENT).say("5669727475616c206d6772202d2046572076657273696f6e20352e342e339000");
        to(READ_CONFIG).say(CONFIG);
        to(SELECT_OATH).say(OPEN);
        to(LIST).say("9000");
        to("0001").say("9000");
        to("0002").say("9000");
    }

    /** What is said to commands that begin like this, unless a longer beginning fits too. */
    Answers to(String beginning) {
        return several -> answers.put(beginning, new ArrayList<>(List.of(several)));
    }

    @FunctionalInterface
    interface Answers {
        void say(String... several);
    }

    /** LIST's entry of a credential. */
    static String entry(String type, String id) {
        var bytes = id.getBytes(UTF_8);
        return "72%02x%s%s".formatted(bytes.length + 1, type, HexFormat.of().formatHex(bytes));
    }

    @Override
    public byte[] exchange(byte[] request) {
        var command = HexFormat.of().formatHex(request);
        asked.add(command);
        var answer = answers.entrySet().stream()
                .filter(entry -> command.startsWith(entry.getKey()))
                .max((a, b) -> Integer.compare(a.getKey().length(), b.getKey().length()))
                .orElseThrow(() -> new AssertionError("nobody said what to answer to " + command))
                .getValue();
        var next = answer.size() == 1 ? answer.getFirst() : answer.removeFirst();
        if (next.equals(GONE)) {
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
}
