package fobsmith.firmware.serial;

import fobsmith.firmware.parts.Terminal;
import fobsmith.firmware.usb.PowerLost;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The console of a simulated token on a TCP port of loopback, for one client at a time: whoever connects meanwhile waits ten
 * seconds for the one before to leave, and is hung up on. Connecting asserts DTR, hanging up drops it. Where the token loses
 * its power the client is hung up on, and the next one starts it again. Closing the port is pulling the cable.
 */
public final class TcpSerialPort implements AutoCloseable {
    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");
    private static final int BACKLOG = 5;
    private static final int BUFFER = 4096;
    /** Enough for a busy machine to notice that somebody has hung up. */
    private static final Duration USUAL_PATIENCE = Duration.ofSeconds(10);

    private final Terminal terminal;
    private final ServerSocket listener;
    private final Semaphore turn = new Semaphore(1);
    private final Set<Socket> clients = ConcurrentHashMap.newKeySet();
    private final Set<Thread> serving = ConcurrentHashMap.newKeySet();
    private final Thread listening = Thread.ofVirtual().name("tcp serial port").unstarted(this::listen);
    private volatile Duration pause = Duration.ZERO;
    private volatile Duration patience = USUAL_PATIENCE;

    private TcpSerialPort(Terminal terminal, ServerSocket listener) {
        this.terminal = terminal;
        this.listener = listener;
    }

    /**
     * Plugs the token in.
     *
     * @param port 0 for a free one
     * @throws PortFailure where the port is taken
     */
    public static TcpSerialPort open(int port, Terminal terminal) {
        try {
            var opened = new TcpSerialPort(terminal, new ServerSocket(port, BACKLOG, LOOPBACK));
            opened.listening.start();
            return opened;
        } catch (IOException e) {
            throw new PortFailure("port %d on 127.0.0.1 is busy or forbidden".formatted(port), e);
        }
    }

    public InetSocketAddress address() {
        return new InetSocketAddress(LOOPBACK, listener.getLocalPort());
    }

    /** How long the wire rests after each piece the console writes, for clients that come from now on; for slow lines. */
    public void pause(Duration afterEachPiece) {
        pause = afterEachPiece;
    }

    /** How long clients that come from now on wait for the one before them; usually ten seconds. */
    public void patience(Duration withTheOneBefore) {
        patience = withTheOneBefore;
    }

    private void listen() {
        while (!listener.isClosed()) {
            try {
                var client = listener.accept();
                clients.add(client);
                var thread = Thread.ofVirtual().name("tcp serial client").unstarted(() -> await(client));
                serving.add(thread);
                thread.start();
            } catch (IOException e) {
                // closed, or a client that was gone at once
            }
        }
    }

    private void await(Socket client) {
        try (client) {
            if (!listener.isClosed() && turn.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                serveInTurn(client);
            }
        } catch (IOException e) {
            // hung up
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            clients.remove(client);
            serving.remove(Thread.currentThread());
        }
    }

    private void serveInTurn(Socket client) throws IOException {
        try {
            client.setTcpNoDelay(true);
            serve(client);
        } finally {
            turn.release();
        }
    }

    private void serve(Socket client) throws IOException {
        var outbox = new Outbox();
        outbox.pause(pause);
        var writer = Thread.ofVirtual().name("tcp serial writer").start(() -> send(outbox, client));
        try {
            terminal.connect(outbox);
            read(client);
        } catch (PowerLost e) {
            // The token is gone; to the client that is a line gone dead.
        } finally {
            writer.interrupt();
            terminal.disconnect();
        }
    }

    private void read(Socket client) throws IOException {
        var buffer = new byte[BUFFER];
        var in = client.getInputStream();
        for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
            terminal.receive(Arrays.copyOf(buffer, length));
        }
    }

    private static void send(Outbox outbox, Socket client) {
        try {
            outbox.pump(client.getOutputStream()::write);
        } catch (IOException | InterruptedException e) {
            // hung up
        }
    }

    /** Pulls the cable: the client is hung up on, and the token told, before this returns. */
    @Override
    public void close() {
        try {
            listener.close();
            listening.join();
            for (var client : clients) {
                client.close();
            }
            for (var thread : serving) {
                thread.join();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
