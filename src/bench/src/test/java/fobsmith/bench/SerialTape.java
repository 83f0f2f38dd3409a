package fobsmith.bench;

import fobsmith.devices.serial.SerialLink;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;

/** What a driver types on a serial link and how much comes back, kept so that a bare socket can do the same again. */
public final class SerialTape {
    /** Within this everything has come that is to come. */
    private static final Duration SILENCE = Duration.ofMillis(500);

    private final ByteArrayOutputStream typed = new ByteArrayOutputStream();
    private int heard;
    private boolean ended;

    /** The link for the driver; what goes through it is kept, and nothing else of it is changed. */
    public SerialLink recording(SerialLink link) {
        return new Recorder(link);
    }

    /**
     * Forgets what was kept, does this, and keeps what was typed and all that comes of it; from then on nothing is kept any more.
     *
     * @throws IllegalStateException where nothing was typed or nothing came
     */
    public void keep(SerialLink link, Runnable verb) {
        drain(link);
        typed.reset();
        heard = 0;
        verb.run();
        drain(link);
        ended = true;
        if (typed.size() == 0 || heard == 0) {
            throw new IllegalStateException("%d bytes there, %d back".formatted(typed.size(), heard));
        }
    }

    private static void drain(SerialLink link) {
        while (link.read(SILENCE).length > 0) {
            // Until nothing comes any more.
        }
    }

    /** Reads until the other side has said all that it says unasked. */
    public static void drain(Socket bare) throws IOException {
        int patience = bare.getSoTimeout();
        bare.setSoTimeout((int) SILENCE.toMillis());
        try {
            while (bare.getInputStream().read() >= 0) {
                // Until nothing comes any more.
            }
        } catch (SocketTimeoutException _) {
            bare.setSoTimeout(patience);
        }
    }

    /** Types the same and waits for as much; what came. */
    public byte[] play(Socket bare) throws IOException {
        bare.getOutputStream().write(typed.toByteArray());
        return bare.getInputStream().readNBytes(heard);
    }

    private final class Recorder implements SerialLink {
        private final SerialLink link;

        Recorder(SerialLink link) {
            this.link = link;
        }

        @Override
        public void write(byte[] bytes) {
            if (!ended) {
                typed.writeBytes(bytes);
            }
            link.write(bytes);
        }

        @Override
        public byte[] read(Duration timeout) {
            var bytes = link.read(timeout);
            if (!ended) {
                heard += bytes.length;
            }
            return bytes;
        }

        @Override
        public void close() {
            link.close();
        }
    }
}
