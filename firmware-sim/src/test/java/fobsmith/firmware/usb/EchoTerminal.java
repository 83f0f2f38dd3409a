package fobsmith.firmware.usb;

import static java.nio.charset.StandardCharsets.US_ASCII;

import fobsmith.firmware.parts.Terminal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Greets, says what it hears, and loses its power at the letter Z. */
public final class EchoTerminal implements Terminal {
    private final List<String> events = new ArrayList<>();
    private @Nullable Sink host;

    @Override
    public synchronized void connect(Sink sink) {
        events.add("connected");
        host = sink;
        say("hello".getBytes(US_ASCII));
    }

    /** To whoever is connected. */
    public synchronized void say(byte[] bytes) {
        if (host != null) {
            host.write(bytes.clone());
        }
    }

    @Override
    public synchronized void disconnect() {
        events.add("gone");
        host = null;
    }

    @Override
    public synchronized void receive(byte[] bytes) {
        if (bytes[0] == 'Z') {
            host = null;
            throw new PowerLost("out of power");
        }
        say(bytes);
    }

    /** What has happened so far. */
    public synchronized List<String> events() {
        return List.copyOf(events);
    }
}
