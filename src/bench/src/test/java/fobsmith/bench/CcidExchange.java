package fobsmith.bench;

import fobsmith.devices.Transport;
import fobsmith.devices.ccid.CcidTiming;
import fobsmith.devices.ccid.CcidTransport;
import fobsmith.devices.usb.UsbDevice;
import fobsmith.firmware.usb.CcidReader;
import fobsmith.firmware.usb.ExchangeLevel;
import fobsmith.firmware.usb.ReaderIdentity;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** One APDU of a smart card on USB: the bare link's two transfers, and the same through the CCID layer. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class CcidExchange {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final byte[] APDU = {(byte) 0x80, 0x41, 0, 0, 0};

    /** PC_to_RDR_IccPowerOn and PC_to_RDR_XfrBlock with that APDU: CCID 1.10 sections 6.1.1 and 6.1.4. */
    private static final byte[] POWER_ON = {0x62, 0, 0, 0, 0, 0, 0, 0, 0, 0};

    private static final byte[] XFR_BLOCK = {0x6f, 5, 0, 0, 0, 0, 0, 0, 0, 0, (byte) 0x80, 0x41, 0, 0, 0};

    private final Wire bareWire = new Wire();
    private final Wire drivenWire = new Wire();
    private final UsbDevice bare = bareWire.plug(reader());
    private final Transport driven = CcidTransport.open(drivenWire.plug(reader()), CcidTiming.USUAL);

    @Setup
    public void powerOn() {
        bare.claim(0);
        bare.bulkOut(CcidReader.BULK_OUT, POWER_ON, PATIENCE);
        bare.bulkIn(CcidReader.BULK_IN, 512, PATIENCE);
    }

    private static CcidReader reader() {
        var identity = new ReaderIdentity(0x349e, 0x0300, 0x0100, "Acme", "Echo", "1");
        return new CcidReader(identity, ExchangeLevel.SHORT_APDU, new EchoCard());
    }

    @TearDown
    public void pull() {
        bare.close();
        driven.close();
        bareWire.close();
        drivenWire.close();
    }

    @Benchmark
    public byte[] bareLink() {
        bare.bulkOut(CcidReader.BULK_OUT, XFR_BLOCK, PATIENCE);
        return bare.bulkIn(CcidReader.BULK_IN, 512, PATIENCE);
    }

    @Benchmark
    public byte[] withLayer() {
        return driven.exchange(APDU);
    }
}
