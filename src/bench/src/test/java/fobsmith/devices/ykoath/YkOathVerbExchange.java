package fobsmith.devices.ykoath;

import static java.nio.charset.StandardCharsets.US_ASCII;

import fobsmith.bench.UsbTape;
import fobsmith.bench.Wire;
import fobsmith.devices.ccid.CcidTiming;
import fobsmith.devices.ccid.CcidTransport;
import fobsmith.devices.usb.UsbDevice;
import fobsmith.firmware.flash.Flash;
import fobsmith.firmware.usb.CcidReader;
import fobsmith.firmware.usb.ExchangeLevel;
import fobsmith.firmware.ykoath.YubiKey;
import fobsmith.firmware.ykoath.YubiKeyDescription;
import fobsmith.oath.OneTimePassword;
import fobsmith.oath.OtpProfile;
import fobsmith.oath.Seed;
import java.security.SecureRandom;
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

/** A security key's code, read by its whole driver over CCID, and the same bytes by the bare link; per exchange. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class YkOathVerbExchange {
    /** LIST and CALCULATE, each a message there and one back. */
    private static final int EXCHANGES = 2;

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final InstantSource CLOCK = InstantSource.fixed(NOON);
    private static final OtpProfile.Totp STANDARD = OtpProfile.Totp.STANDARD;

    private final YubiKey token =
            YubiKey.of(YubiKeyDescription.of(YubiKeyDescription.FIRST_SERIAL), Flash.inMemory(), CLOCK, new Random(1));
    private final Wire wire = new Wire();
    private final UsbDevice device =
            wire.plug(new CcidReader(token.readerIdentity(), ExchangeLevel.EXTENDED_APDU, token, token.readerLayout()));
    private final UsbTape tape = new UsbTape();
    private final YkOathSession session = YkOathSession.open(
            CcidTransport.open(tape.recording(device), CcidTiming.USUAL), YkOathModel.YUBIKEY, new SecureRandom());

    @Setup
    public void write() {
        try (var seed = Seed.adopt("12345678901234567890".getBytes(US_ASCII))) {
            session.write(0, STANDARD, seed, "demo", CLOCK);
        }
        tape.keep(2 * EXCHANGES, this::read);
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
