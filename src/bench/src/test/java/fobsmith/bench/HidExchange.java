package fobsmith.bench;

import fobsmith.devices.hid.FeatureReports;
import fobsmith.devices.hid.HidReports;
import fobsmith.devices.usb.UsbDevice;
import fobsmith.devices.usb.UsbSetup;
import fobsmith.firmware.usb.HidDevice;
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

/** One feature report there and one back: the bare link's two control transfers, and the same through the HID layer. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class HidExchange {
    private static final int LENGTH = 64;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** SET_REPORT and GET_REPORT of the feature report without number: HID 1.11 section 7.2. */
    private static final UsbSetup SET = new UsbSetup(0x21, 0x09, 0x0300, 0, LENGTH);

    private static final UsbSetup GET = new UsbSetup(0xa1, 0x01, 0x0300, 0, LENGTH);

    private final Wire bareWire = new Wire();
    private final Wire drivenWire = new Wire();
    private final UsbDevice bare = bareWire.plug(new HidDevice(identity(), new EchoReports()));
    private final FeatureReports driven =
            HidReports.open(drivenWire.plug(new HidDevice(identity(), new EchoReports())));

    @Setup
    public void claim() {
        bare.claim(0);
    }

    private static ReaderIdentity identity() {
        return new ReaderIdentity(0x20a0, 0x4108, 0x0100, "Acme", "Echo", "1");
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
        bare.controlOut(SET, new byte[LENGTH], PATIENCE);
        return bare.controlIn(GET, PATIENCE);
    }

    @Benchmark
    public byte[] withLayer() {
        driven.set(new byte[LENGTH]);
        return driven.get();
    }

    /** A token that gives back the report it was given. */
    private static final class EchoReports implements fobsmith.firmware.usb.FeatureReports {
        private byte[] last = new byte[LENGTH];

        @Override
        public void powerOn() {}

        @Override
        public void powerOff() {}

        @Override
        public void set(byte[] report) {
            last = report;
        }

        @Override
        public byte[] get() {
            return last.clone();
        }
    }
}
