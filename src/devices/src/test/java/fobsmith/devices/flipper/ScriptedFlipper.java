package fobsmith.devices.flipper;

import static java.nio.charset.StandardCharsets.UTF_8;

import fobsmith.devices.DeviceException;
import fobsmith.devices.serial.SerialLink;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Says to each command what a test told it to say, in turn; the last answer stands. Echoes what is typed, asks for a secret
 * where an answer begins with {@link #ASKS}, and writes down what it was told. Never waits.
 */
final class ScriptedFlipper implements SerialLink {
    static final String SERIAL = "00112233AABBCCDD";
    static final String INFO = info("00112233aabbccdd");
    static final String NO_TOKENS = "There are no tokens\r\n";
    static final String NO_TOTP = "could not find command \"totp\"\r\n";
    static final String ADDED = "\u001b[92mToken \"x\" has been successfully added\u001b[0m\r\n";
    static final String DELETED = "\u001b[92mToken \"x\" has been successfully deleted\u001b[0m\r\n";

    /** What follows is said when the secret is confirmed. */
    static final String ASKS = "?";

    /** The device is gone. */
    static final String GONE = "gone";

    private static final String PROMPT = "\r\n>: ";
    private static final String QUESTION = "Enter token secret and confirm with [ENTER]:\r\n";
    private static final String ERASED = "\u001b[A\u001b[2K\r";

    private final Map<String, List<String>> answers = new HashMap<>();
    private final List<String> typed = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();
    private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();
    private @Nullable String afterSecret;
    private int atOnce = Integer.MAX_VALUE;
    private boolean echoes = true;
    private String mask = "*";
    private String editing = "";
    private boolean gone;
    private boolean closed;

    ScriptedFlipper() {
        to("").say("");
        to("device_info").say(INFO);
        to("date").say("2026-11-23 10:20:30 1\r\n");
        to("date ").say("New datetime is: 2026-11-23 10:20:30 1\r\n");
        to("totp tz 0").say("Timezone is set to 0.000000\r\n");
        to("totp ls --tsv").say(NO_TOKENS);
        to("totp add ").say(ASKS + ADDED);
        to("totp cat ").say("Property\tValue\r\nIndex\t1\r\nName\tx:" + SERIAL + "\r\nType\tTOTP\r\n");
        to("totp delete ").say(DELETED);
        to("loader open ").say("");
    }

    static String info(String uid) {
        return "%-30s: %s\r\n%-30s: %s\r\n".formatted("hardware_model", "Flipper Zero", "hardware_uid", uid);
    }

    static String list(String... rows) {
        return "#\tName\tAlgo\tLn\tType\r\n" + String.join("\r\n", rows) + "\r\n";
    }

    /** What is said to commands that begin like this, unless a longer beginning fits too. */
    Answers to(String beginning) {
        return several -> answers.put(beginning, new ArrayList<>(List.of(several)));
    }

    @FunctionalInterface
    interface Answers {
        void say(String... several);
    }

    /** Hands its bytes over one by one. */
    void dribble() {
        atOnce = 1;
    }

    void echoNothing() {
        echoes = false;
    }

    /** What the line editor says behind each key that it echoes. */
    void editWith(String text) {
        editing = text;
    }

    /** What shows for each character of a secret. */
    void maskWith(String text) {
        mask = text;
    }

    /** Says something that nobody asked for. */
    void say(String text) {
        waiting.writeBytes(text.getBytes(UTF_8));
    }

    @Override
    public void write(byte[] bytes) {
        requireThere();
        for (byte b : bytes) {
            key(b);
        }
        requireThere();
    }

    private void key(byte b) {
        if (b == 3) {
            leave();
        } else if (b == '\r') {
            enter();
        } else {
            line.append((char) b);
            if (echoes) {
                say(afterSecret == null ? (char) b + editing : mask);
            }
        }
    }

    private void leave() {
        typed.add("^C");
        line.setLength(0);
        afterSecret = null;
        say(PROMPT);
    }

    private void enter() {
        var whole = line.toString();
        line.setLength(0);
        typed.add(whole);
        var result = afterSecret;
        if (result != null) {
            afterSecret = null;
            say(ERASED);
            answer(result);
        } else {
            say("\r\n");
            answer(next(whole));
        }
    }

    private String next(String command) {
        var several = answers.entrySet().stream()
                .filter(entry -> command.startsWith(entry.getKey()))
                .max((a, b) -> Integer.compare(a.getKey().length(), b.getKey().length()))
                .orElseThrow()
                .getValue();
        return several.size() == 1 ? several.getFirst() : several.removeFirst();
    }

    private void answer(String text) {
        if (text.equals(GONE)) {
            gone = true;
        } else if (text.startsWith(ASKS)) {
            say(QUESTION);
            afterSecret = text.substring(ASKS.length());
        } else {
            say(text + PROMPT);
        }
    }

    @Override
    public byte[] read(Duration timeout) {
        requireThere();
        var all = waiting.toByteArray();
        int length = Math.min(atOnce, all.length);
        waiting.reset();
        waiting.write(all, length, all.length - length);
        return Arrays.copyOf(all, length);
    }

    private void requireThere() {
        if (gone) {
            throw new DeviceException.LinkLost("gone");
        }
    }

    /** The lines that were typed since this was last called, and {@code ^C}. */
    List<String> typed() {
        var all = List.copyOf(typed);
        typed.clear();
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
