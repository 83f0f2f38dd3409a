package fobsmith.bench;

import fobsmith.devices.serial.SerialLink;
import fobsmith.devices.serial.TcpSerialBus;
import fobsmith.firmware.parts.Terminal;
import fobsmith.firmware.serial.TcpSerialPort;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A line typed and echoed: over a bare socket, and through the serial layer. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class SerialExchange {
    private static final byte[] LINE = {'d', 'a', 't', 'e', '\r'};
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final TcpSerialPort barePort = TcpSerialPort.open(0, new Echo());
    private final TcpSerialPort drivenPort = TcpSerialPort.open(0, new Echo());
    private final Socket bare = BareSocket.to(barePort);
    private final SerialLink driven =
            TcpSerialBus.at(drivenPort.address()).ports().getFirst().open();

    @TearDown
    public void pull() throws IOException {
        bare.close();
        driven.close();
        barePort.close();
        drivenPort.close();
    }

    @Benchmark
    public byte[] bareLink() throws IOException {
        bare.getOutputStream().write(LINE);
        return bare.getInputStream().readNBytes(LINE.length);
    }

    @Benchmark
    public int withLayer() {
        driven.write(LINE);
        int read = 0;
        while (read < LINE.length) {
            read += driven.read(PATIENCE).length;
        }
        return read;
    }

    /** Sends back what it gets. */
    private static final class Echo implements Terminal {
        private @Nullable Sink host;

        @Override
        public synchronized void connect(Sink sink) {
            host = sink;
        }

        @Override
        public synchronized void disconnect() {
            host = null;
        }

        @Override
        public synchronized void receive(byte[] bytes) {
            if (host != null) {
                host.write(bytes.clone());
            }
        }
    }
}
