package fobsmith.firmware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.firmware.link.LinkFaults;
import fobsmith.firmware.parts.RefusedException;
import fobsmith.firmware.usb.CcidReader;
import fobsmith.firmware.usb.ExchangeLevel;
import fobsmith.firmware.usb.Hex;
import fobsmith.firmware.usb.ReaderIdentity;
import fobsmith.firmware.usb.TestCard;
import fobsmith.firmware.usb.UsbFunction;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Where tokens are plugged in, and that they find their own place again. */
@ExtendWith(SimulatedTokens.class)
class PlacesTest {
    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");

    private RawCalls calls;

    @BeforeEach
    void connect(RunningSimulator running) {
        calls = RawCalls.authorised(running);
    }

    @AfterEach
    void disconnect() {
        calls.close();
    }

    private String add(String description) throws IOException, InterruptedException {
        return calls.send("POST", "/tokens", description).body();
    }

    /** A virtual reader of two slots, on neighbouring ports. */
    private record TwoSlots(ServerSocket first, ServerSocket second) implements AutoCloseable {
        static TwoSlots open() throws IOException {
            while (true) {
                var first = new ServerSocket(0, 5, LOOPBACK);
                try {
                    return new TwoSlots(first, new ServerSocket(first.getLocalPort() + 1, 5, LOOPBACK));
                } catch (IOException | IllegalArgumentException e) {
                    first.close();
                }
            }
        }

        int port() {
            return first.getLocalPort();
        }

        @Override
        public void close() throws IOException {
            first.close();
            second.close();
        }
    }

    @Test
    void aCardThatIsOutKeepsItsSlot(ControlClient client) throws Exception {
        try (var reader = TwoSlots.open()) {
            var card = "{'model':'yubikey','serial':'%d','plug':{'vpcd':%d}}";
            assertThat(add(card.formatted(1, reader.port()))).contains("vpcd " + reader.port());
            client.unplug("1");
            assertThat(add(card.formatted(2, reader.port()))).contains("vpcd " + (reader.port() + 1));
            client.plug("1");
            assertThat(client.place("1")).isEqualTo("vpcd " + reader.port());
            assertThat(client.place("2")).isEqualTo("vpcd " + (reader.port() + 1));
        }
    }

    @Test
    void theSlotOfACardThatIsRemovedIsFree() throws Exception {
        try (var reader = TwoSlots.open()) {
            var card = "{'model':'yubikey','serial':'%d','plug':{'vpcd':%d}}";
            add(card.formatted(1, reader.port()));
            calls.send("DELETE", "/tokens/1", "");
            assertThat(add(card.formatted(2, reader.port()))).contains("vpcd " + reader.port());
        }
    }

    @Test
    void aCardThatNoReaderTookHoldsNoSlot() throws Exception {
        try (var reader = TwoSlots.open()) {
            var card = "{'model':'yubikey','serial':'%d','plug':{'vpcd':%d}}";
            add(card.formatted(1, reader.port()));
            reader.second.close();
            assertThat(add(card.formatted(2, reader.port()))).contains("error");
            calls.send("DELETE", "/tokens/1", "");
            assertThat(add(card.formatted(2, reader.port()))).contains("vpcd " + reader.port());
        }
    }

    @Test
    void aDeviceThatTheServerUnpluggedIsNowhere() {
        try (var sockets = new UsbSockets(0)) {
            var socket = new UsbSocket(sockets, PlacesTest::reader, () -> {});
            socket.plug();
            assertThat(socket.place()).isEqualTo("1-1");
            // As it does where a device loses its power.
            sockets.unplug("1-1");
            assertThat(socket.place()).isEmpty();
        }
    }

    @Test
    void moreDevicesThanABusHasRoomForGoToTheNext() {
        try (var sockets = new UsbSockets(0)) {
            for (int port = 1; port <= 999; port++) {
                assertThat(sockets.take()).isEqualTo("1-" + port);
            }
            assertThat(sockets.take()).isEqualTo("2-1");
            sockets.giveBack("1-999");
            sockets.giveBack("");
            assertThat(sockets.take()).isEqualTo("1-999");
            assertThat(sockets.take()).isEqualTo("2-2");
            for (int left = 16 * 999 - 1001; left > 0; left--) {
                sockets.take();
            }
            assertThatThrownBy(sockets::take)
                    .isInstanceOf(RefusedException.class)
                    .hasMessage("all 15984 sockets are taken");
        }
    }

    @Test
    void aTokenIsListedByTheIdsThatItsQuirkSays(RunningSimulator running) throws Exception {
        add("{'model':'canokey','serial':'0012AB34','quirks':{'USBIP_IDS_SWAPPED':true}}");
        try (var socket = new Socket()) {
            socket.connect(running.usbIpAddress().orElseThrow());
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(Hex.bytes("0111800500000000"));
            var list = Hex.text(socket.getInputStream().readNBytes(12 + 312));
            assertThat(list.substring(2 * (12 + 256 + 32 + 12))).startsWith("a020d442");
        }
    }

    @Test
    void aLineThatIsOpenedAnewKeepsItsPort(ControlClient client) throws Exception {
        add("{'model':'flipper-zero','serial':'5A11CE0027E18001','plug':{'tcp':0}}");
        var place = client.place("5A11CE0027E18001");
        client.unplug("5A11CE0027E18001");
        assertThat(client.place("5A11CE0027E18001")).isEmpty();
        client.plug("5A11CE0027E18001");
        assertThat(client.place("5A11CE0027E18001")).isEqualTo(place).startsWith("127.0.0.1:");
    }

    @Test
    void aLineThatIsForgottenIsNotKept() {
        try (var sockets = new Sockets(0)) {
            var flipper = FactoryOrder.of("flipper-zero", Optional.empty(), 1, Optional.empty())
                    .pluggedInto(new Outlet.TcpSerial(0));
            var delivery = flipper.deliver(InstantSource.system()).getFirst();
            try (var _ = delivery.token()) {
                var socket = sockets.of(delivery, new LinkFaults()).orElseThrow();
                socket.plug();
                assertThat(sockets.lines()).isOne();
                socket.forget();
                assertThat(sockets.lines()).isZero();
                assertThat(socket.place()).isEmpty();
            }
        }
    }

    @Test
    void aLineThatClosedItselfIsNowhere() {
        var open = new AtomicBoolean(true);
        var socket = new TerminalSocket(() -> new FakeLine(open), _ -> {});
        socket.plug();
        assertThat(socket.place()).isEqualTo("a line");
        open.set(false);
        assertThat(socket.place()).isEmpty();
    }

    private static UsbFunction reader() {
        var identity = new ReaderIdentity(0x1209, 0x0a7b, 0x0102, "Maker", "Reader", "");
        return new CcidReader(identity, ExchangeLevel.SHORT_APDU, TestCard.ofT1());
    }

    private record FakeLine(AtomicBoolean open) implements TerminalSocket.Line {
        @Override
        public String place() {
            return "a line";
        }

        @Override
        public boolean isOpen() {
            return open.get();
        }

        @Override
        public void close() {}
    }
}
