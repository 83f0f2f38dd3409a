package fobsmith.devices.flipper;

import fobsmith.bench.BareSocket;
import fobsmith.bench.SerialTape;
import fobsmith.devices.serial.SerialLink;
import fobsmith.devices.serial.TcpSerialBus;
import fobsmith.firmware.flash.Flash;
import fobsmith.firmware.flipper.Flipper;
import fobsmith.firmware.flipper.FlipperDescription;
import fobsmith.firmware.serial.TcpSerialPort;
import java.io.IOException;
import java.net.Socket;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A Flipper's clock, read by its whole driver over a serial link, and the same bytes by a bare socket. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class FlipperVerbExchange {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-23T12:00:00Z"));

    private final Flipper bareToken = token();
    private final Flipper drivenToken = token();
    private final TcpSerialPort barePort = TcpSerialPort.open(0, bareToken);
    private final TcpSerialPort drivenPort = TcpSerialPort.open(0, drivenToken);
    private final SerialTape tape = new SerialTape();
    private final SerialLink link = tape.recording(
            TcpSerialBus.at(drivenPort.address()).ports().getFirst().open());
    private final FlipperSession driven = FlipperSession.open(link, "in process", FlipperTiming.USUAL);
    private final Socket bare = BareSocket.to(barePort);

    private static Flipper token() {
        return Flipper.of(FlipperDescription.of(FlipperDescription.FIRST_UID, "Ferris"), Flash.inMemory(), CLOCK);
    }

    @Setup
    public void record() throws IOException {
        tape.keep(link, driven::readClock);
        // The banner and the first prompt come unasked.
        SerialTape.drain(bare);
    }

    @TearDown
    public void pull() throws IOException {
        bare.close();
        driven.close();
        barePort.close();
        drivenPort.close();
        bareToken.close();
        drivenToken.close();
    }

    @Benchmark
    public byte[] bareLink() throws IOException {
        return tape.play(bare);
    }

    @Benchmark
    public Instant withDriver() {
        return driven.readClock();
    }
}
