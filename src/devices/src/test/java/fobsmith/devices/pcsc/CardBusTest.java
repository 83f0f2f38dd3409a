package fobsmith.devices.pcsc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.devices.DeviceException;
import fobsmith.firmware.usb.PowerLost;
import fobsmith.firmware.usb.SmartCard;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** A real pcscd, the virtual reader of vsmartcard in it, and in that a card of the test's own. */
@Timeout(30)
@ExtendWith(NeedsPcscd.class)
class CardBusTest {
    private static final String ATR = "3bfd1300008131fe158073c021c057597562694b657940";
    private static final byte[] PING = {0, 1, 0, 0, 0};
    private static final byte[] PULL = {0, 2, 0, 0, 0};

    private final VirtualReader reader = new VirtualReader();
    private final TestCard card = new TestCard();

    @AfterEach
    void close() {
        reader.close();
    }

    /** Answers as if more followed, and is pulled out on order. */
    private static final class TestCard implements SmartCard {
        private final AtomicInteger poweredOn = new AtomicInteger();

        @Override
        public byte[] atr() {
            return HexFormat.of().parseHex(ATR);
        }

        @Override
        public void powerOn() {
            poweredOn.incrementAndGet();
        }

        @Override
        public void powerOff() {}

        @Override
        public byte[] exchange(byte[] apdu) {
            return switch (apdu[1]) {
                case 1 -> HexFormat.of().parseHex("cafe61ff");
                case 2 -> throw new PowerLost("pulled out");
                default -> HexFormat.of().parseHex("6d00");
            };
        }
    }

    @Test
    void tellsOfACardAndHandsItsAnswersOnAsTheyAre() throws Exception {
        assertThat(reader.bus().ports()).isEmpty();
        try (var _ = reader.insert(card)) {
            var port = reader.port();
            assertThat(port.place()).isEqualTo(VirtualReader.PLACE);
            assertThat(port.readerName()).isEqualTo("Virtual PCD 00 00");
            assertThat(HexFormat.of().formatHex(port.atr())).isEqualTo(ATR);
            int before;
            try (var transport = port.open()) {
                // Java, left to itself, would ask for the rest.
                assertThat(HexFormat.of().formatHex(transport.exchange(PING))).isEqualTo("cafe61ff");
                before = card.poweredOn.get();
            }
            // Whoever comes next finds a card that has forgotten who was there.
            assertThat(card.poweredOn.get()).isGreaterThan(before);
            port.open().close();
        }
        reader.waitUntilEmpty();
    }

    @Test
    void leavesACardAsItIsWhereItIsAGuest() throws Exception {
        try (var _ = reader.insert(card)) {
            var port = reader.port();
            int before = card.poweredOn.get();
            try (var transport = port.openAsGuest()) {
                assertThat(transport.exchange(PING)).hasSize(4);
            }
            assertThat(reader.port().atr()).isNotEmpty();
            assertThat(card.poweredOn.get()).isEqualTo(before);
        }
    }

    @Test
    void opensACardOnce() throws Exception {
        try (var _ = reader.insert(card);
                var transport = reader.port().open();
                var other = CardBus.open()) {
            assertThat(HexFormat.of().formatHex(reader.port().atr())).isEqualTo(ATR);
            assertThat(other.ports().getFirst().atr()).isEmpty();
            for (var port : new CardPort[] {reader.port(), other.ports().getFirst()}) {
                assertThatThrownBy(port::open)
                        .isInstanceOf(DeviceException.Unavailable.class)
                        .hasMessage("this program holds %s already", VirtualReader.PLACE);
            }
            assertThat(transport.exchange(PING)).hasSize(4);
        }
    }

    @Test
    void losesTheLinkWhenTheCardIsPulledOutInMidExchangeAndFindsTheNext() throws Exception {
        try (var _ = reader.insert(card);
                var transport = reader.port().open()) {
            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(() -> transport.exchange(PULL)).isInstanceOf(DeviceException.LinkLost.class);
            }
        }
        reader.waitUntilEmpty();
        try (var _ = reader.insert(card);
                var transport = reader.port().open()) {
            assertThat(transport.exchange(PING)).hasSize(4);
        }
    }

    /** As where the service answers while its thread is being replaced. */
    @Test
    void forgetsACardThatIsGivenUpTwiceAndNotTheNextInItsPlace() {
        try (var _ = reader.insert(card)) {
            var first = (CardTransport) reader.port().open();
            first.close();
            try (var second = reader.port().open()) {
                first.abandon();
                reader.bus().close();
                assertThat(second.exchange(PING)).hasSize(4);
            }
        }
    }

    @Test
    void outlivesTheService() throws Exception {
        try (var _ = reader.insert(card);
                var transport = reader.port().open()) {
            reader.stopService();
            assertThatThrownBy(() -> transport.exchange(PING)).isInstanceOf(DeviceException.LinkLost.class);
            assertThatThrownBy(reader.bus()::ports)
                    .isInstanceOfSatisfying(
                            DeviceException.Unavailable.class,
                            e -> assertThat(e.advice()).contains("systemctl start pcscd"));
        }
        reader.startServiceAgain();
        try (var _ = reader.insert(card);
                var transport = reader.port().open()) {
            assertThat(transport.exchange(PING)).hasSize(4);
        }
    }
}
