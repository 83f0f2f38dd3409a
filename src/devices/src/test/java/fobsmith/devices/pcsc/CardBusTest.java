package fobsmith.devices.pcsc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import fobsmith.devices.Candidate;
import fobsmith.devices.DeviceException;
import fobsmith.devices.TokenDrivers;
import fobsmith.devices.TokenScanner;
import fobsmith.devices.links.NativeCalls;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** A real pcscd, the virtual reader of vsmartcard in it, and in that a card of the test's own. */
@Timeout(30)
@ExtendWith(NeedsPcscd.class)
class CardBusTest {
    private static final String PLACE = "pcsc " + PrivatePcscd.READER;
    /** A YubiKey's on USB. */
    private static final String ATR = "3bfd1300008131fe158073c021c057597562694b657940";

    private static final byte[] PING = {0, 1, 0, 0, 0};
    private static final byte[] PULL = {0, 2, 0, 0, 0};

    /** libpcsclite asks for its place once in the life of a process, so that all tests have one and the same. */
    private static Path folder = Path.of("");

    private PrivatePcscd pcscd;
    private final CardBus bus = CardBus.open();

    /** Serial number, and OATH application of a YubiKey 5.4.3 without credentials. */
    private final Map<String, String> answers = Map.of(
            "0001000000", "cafe61ff",
            "00a4040008a000000527471117", "352e342e339000",
            "001d000000", "06020400bc614e9000",
            "00a4040007a0000005272101", "790305040371082ffff995eb3baaf09000");

    @BeforeAll
    static void choosePlace() throws IOException {
        folder = Files.createTempDirectory("pcscd").toRealPath();
        NativeCalls.setEnvironment("PCSCLITE_CSOCK_NAME", service().toString());
    }

    private static Path service() {
        return folder.resolve("service");
    }

    CardBusTest() throws IOException {
        pcscd = start();
    }

    private static PrivatePcscd start() throws IOException {
        return PrivatePcscd.start(folder, service(), folder.resolve("card"));
    }

    @BeforeEach
    void waitForTheService() {
        until(pcscd::isListening);
    }

    @AfterEach
    void stop() {
        bus.close();
        pcscd.close();
    }

    private static void until(Callable<Boolean> condition) {
        await().pollInterval(Duration.ofMillis(10)).atMost(Duration.ofSeconds(10)).until(condition);
    }

    private VpcdCard insert() throws IOException {
        var card = new VpcdCard(folder.resolve("card"), ATR, this::answer);
        until(() -> !bus.ports().isEmpty());
        return card;
    }

    private byte @Nullable [] answer(byte[] apdu) {
        var command = HexFormat.of().formatHex(apdu);
        return command.startsWith("0002") ? null : HexFormat.of().parseHex(answers.getOrDefault(command, "6d00"));
    }

    @Test
    void tellsOfACardAndHandsItsAnswersOnAsTheyAre() throws IOException {
        assertThat(bus.ports()).isEmpty();
        try (var card = insert()) {
            var port = bus.ports().getFirst();
            assertThat(port.place()).isEqualTo(PLACE);
            assertThat(port.readerName()).isEqualTo(PrivatePcscd.READER);
            assertThat(HexFormat.of().formatHex(port.atr())).isEqualTo(ATR);
            try (var transport = port.open()) {
                // Java, left to itself, would ask for the rest.
                assertThat(HexFormat.of().formatHex(transport.exchange(PING))).isEqualTo("cafe61ff");
                assertThat(bus.ports().getFirst().atr()).isEqualTo(port.atr());
                assertThatThrownBy(port::open)
                        .isInstanceOf(DeviceException.Unavailable.class)
                        .hasMessage("this program holds %s already", PLACE);
                try (var other = CardBus.open()) {
                    assertThatThrownBy(other.ports().getFirst()::open).isInstanceOf(DeviceException.Unavailable.class);
                }
                assertThat(transport.exchange(PING)).hasSize(4);
                card.orders().clear();
            }
            // Whoever comes next finds a card that has forgotten who was there.
            until(() -> !card.orders().isEmpty());
            port.open().close();
        }
        until(() -> bus.ports().isEmpty());
    }

    @Test
    void letsAKeyBeFoundByTheAnswerToReset() throws IOException {
        try (var _ = insert()) {
            var scanner = new TokenScanner(TokenDrivers.ALL, List.of(bus), InstantSource.fixed(Instant.EPOCH));
            assertThat(scanner.scan())
                    .containsExactly(new Candidate.Usable(PLACE, "Yubico", "YubiKey 5", "YUBIKEY-12345678", null));
        }
    }

    @Test
    void losesTheLinkWhenTheCardIsPulledOutInMidExchangeAndFindsTheNext() throws IOException {
        try (var _ = insert();
                var transport = bus.ports().getFirst().open()) {
            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(() -> transport.exchange(PULL)).isInstanceOf(DeviceException.LinkLost.class);
            }
        }
        until(() -> bus.ports().isEmpty());
        try (var _ = insert();
                var transport = bus.ports().getFirst().open()) {
            assertThat(transport.exchange(PING)).hasSize(4);
        }
    }

    @Test
    void outlivesTheService() throws IOException {
        try (var _ = insert();
                var transport = bus.ports().getFirst().open()) {
            pcscd.close();
            assertThatThrownBy(() -> transport.exchange(PING)).isInstanceOf(DeviceException.LinkLost.class);
            assertThatThrownBy(bus::ports)
                    .isInstanceOfSatisfying(
                            DeviceException.Unavailable.class,
                            e -> assertThat(e.advice()).contains("systemctl start pcscd"));
        }
        pcscd = start();
        until(pcscd::isListening);
        try (var _ = insert();
                var transport = bus.ports().getFirst().open()) {
            assertThat(transport.exchange(PING)).hasSize(4);
        }
    }
}
