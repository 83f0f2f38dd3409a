package fobsmith.firmware.usbip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fobsmith.firmware.flash.Flash;
import fobsmith.firmware.nitrokey.NitrokeyDescription;
import fobsmith.firmware.nitrokey.NitrokeyPro;
import fobsmith.firmware.usb.FeatureReports;
import fobsmith.firmware.usb.HidDevice;
import fobsmith.firmware.usb.ReportFault;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A Nitrokey Pro on the USB/IP port; its frames were recorded from real firmware. */
class FeatureReportsTest {
    private static final String SET_REPORT = "2109000300004000";
    private static final String GET_REPORT = "a101000300004000";
    private static final String ADMIN_TRIES = "09" + "00".repeat(59) + "92c23abc";
    private static final String THREE = "000992c23abc0003" + "00".repeat(52) + "a3db8f59";
    private static final int STALL = -32;
    private static final int GIVEN_UP = -104;

    private final NitrokeyPro token = NitrokeyPro.of(
            NitrokeyDescription.of("00005b3a"),
            Flash.inMemory(),
            InstantSource.fixed(Instant.EPOCH),
            new SplittableRandom(1));
    private final AtomicInteger read = new AtomicInteger();
    private final HidDevice device = new HidDevice(token.identity(), new Counted(token, read));
    private final UsbIpServer server = UsbIpServer.start(0);
    private RawClient client;

    /** Counts how often the token's report was read. */
    private record Counted(FeatureReports token, AtomicInteger read) implements FeatureReports {
        @Override
        public void powerOn() {
            token.powerOn();
        }

        @Override
        public void powerOff() {
            token.powerOff();
        }

        @Override
        public void set(byte[] report) {
            token.set(report);
        }

        @Override
        public byte[] get() {
            read.incrementAndGet();
            return token.get();
        }
    }

    @BeforeEach
    void plugIn() throws IOException {
        server.plug("1-1", device);
        client = RawClient.importing(server, "1-1");
    }

    @AfterEach
    void stop() throws IOException {
        client.close();
        server.close();
        token.close();
    }

    private void send(int sequence) throws IOException {
        client.submitOut(sequence, 0, SET_REPORT, ADMIN_TRIES);
        client.assertSubmitted(sequence, 0, 64, "");
    }

    @Test
    void goThereAndComeBack() throws IOException {
        send(1);
        client.submitIn(2, 0, GET_REPORT, 64);
        client.assertSubmitted(2, 0, 64, THREE);
    }

    @Test
    void areListedWithTheirInterfaces() throws IOException {
        try (var other = new RawClient(server)) {
            other.send("0111 8005 00000000");
            assertThat(other.read(12)).isEqualTo("0111 0005 00000000 00000001".replace(" ", ""));
            assertThat(other.read(312)).endsWith("20a041080101" + "000000" + "010102");
            assertThat(other.read(8)).isEqualTo("03000000" + "0b000000");
        }
    }

    @Test
    void canBeRefusedOrNeverAnswered() throws IOException {
        device.fault(ReportFault.ANSWER_REFUSED, 1);
        client.submitIn(1, 0, GET_REPORT, 64);
        client.assertSubmitted(1, STALL, 0, "");
        device.fault(ReportFault.ANSWER_LOST, 1);
        client.submitIn(2, 0, GET_REPORT, 64);
        // Else the request is given up before the fault has struck it, and the fault strikes a later one.
        await().until(() -> read.get() == 2);
        client.unlink(3, 2);
        client.assertUnlinked(3, GIVEN_UP);
        send(4);
        client.submitIn(5, 0, GET_REPORT, 64);
        client.assertSubmitted(5, 0, 64, THREE);
    }

    @Test
    void endWhereTheTokenLosesItsPower() throws IOException {
        token.cutPowerBefore(0);
        client.submitOut(1, 0, SET_REPORT, "07" + "00".repeat(59) + "e4645dde");
        client.assertEnded();
        server.plug("1-1", device);
        try (var again = RawClient.importing(server, "1-1")) {
            again.submitIn(1, 0, GET_REPORT, 64);
            again.assertSubmitted(1, 0, 64, "00".repeat(64));
        }
    }
}
