package fobsmith.devices.nitrokey;

import static java.nio.charset.StandardCharsets.US_ASCII;

import fobsmith.bench.UsbTape;
import fobsmith.bench.Wire;
import fobsmith.devices.hid.HidReports;
import fobsmith.devices.usb.UsbDevice;
import fobsmith.firmware.flash.Flash;
import fobsmith.firmware.nitrokey.NitrokeyDescription;
import fobsmith.firmware.nitrokey.NitrokeyPro;
import fobsmith.firmware.usb.HidDevice;
import fobsmith.oath.OneTimePassword;
import fobsmith.oath.OtpProfile;
import fobsmith.oath.Seed;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * A Nitrokey Pro's code, read by its whole driver over HID, and the same bytes by the bare link; per exchange. The driver does not
 * leave the token alone before it reads the answer, as it does on a desk for the 100 ms that the vendor's library does.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class NitrokeyVerbExchange {
    /** SET TIME and GET CODE: whether the token is ready, the request, the answer. */
    private static final int EXCHANGES = 2;

    private static final NitrokeyTiming AT_ONCE = new NitrokeyTiming(Duration.ZERO, Duration.ZERO, 15);
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final InstantSource CLOCK = InstantSource.fixed(NOON);
    private static final OtpProfile.Totp STANDARD = OtpProfile.Totp.STANDARD;

    private final NitrokeyPro token = NitrokeyPro.of(
            NitrokeyDescription.of(NitrokeyDescription.FIRST_SERIAL), Flash.inMemory(), CLOCK, new Random(1));
    private final Wire wire = new Wire();
    private final UsbDevice device = wire.plug(new HidDevice(token.identity(), token));
    private final UsbTape tape = new UsbTape();
    private final NitrokeyProSession session = NitrokeyProSession.open(
            new ReportPipe(HidReports.open(tape.recording(device)), "in process", AT_ONCE),
            NitrokeyModel.PRO,
            new SecureRandom());

    @Setup
    public void write() {
        try (var seed = Seed.adopt("12345678901234567890".getBytes(US_ASCII));
                var pin = session.factoryCredential().orElseThrow()) {
            session.unlock(pin);
            session.write(0, STANDARD, seed, "demo", CLOCK);
        }
        tape.keep(3 * EXCHANGES, this::read);
    }

    private OneTimePassword read() {
        return session.readCode(0, STANDARD, NOON);
    }

    @TearDown
    public void pull() {
        session.close();
        wire.close();
        token.close();
    }

    @Benchmark
    @OperationsPerInvocation(EXCHANGES)
    public int bareLink() {
        return tape.play(device);
    }

    @Benchmark
    @OperationsPerInvocation(EXCHANGES)
    public OneTimePassword withDriver() {
        return read();
    }
}
