package fobsmith.firmware.usb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How messages lie in transfers and packets: USB 2.0 section 5.8.3. */
class MessagesInPiecesTest {
    private static final String APDU = "00100000fa" + Hex.text(Hex.counting(250));
    private static final byte[] LONG = Hex.bytes("6f ff000000 00 01 00 0000" + APDU);
    private static final String ANSWER = "80010100000001000000" + APDU + "9000";

    private final TestCard card = TestCard.ofT1();
    private final CcidReader reader = Host.reader(card, ExchangeLevel.SHORT_APDU);
    private final Host host = new Host(reader);

    MessagesInPiecesTest() {
        host.powerOn();
    }

    @ParameterizedTest
    @ValueSource(ints = {64, 128, 256})
    void putsAMessageTogetherFromFullPackets(int size) {
        for (int at = 0; at < LONG.length; at += size) {
            assertThat(host.next()).isEmpty();
            reader.out(CcidReader.BULK_OUT, Arrays.copyOfRange(LONG, at, Math.min(at + size, LONG.length)));
        }
        assertThat(host.next()).isEqualTo(ANSWER);
    }

    @Test
    void endsAMessageWithItsLastByteThoughItsPacketIsFull() {
        var message = Hex.bytes("6f 36000000 00 01 00 0000 00100000 31" + "00".repeat(49));
        assertThat(message).hasSize(64);
        reader.out(CcidReader.BULK_OUT, message);
        assertThat(host.next()).startsWith("80380000000001000000");
        reader.out(CcidReader.BULK_OUT, new byte[0]);
        assertThat(host.next()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 63, 65, 263})
    void failsAMessageThatIsCutOff(int length) {
        reader.out(CcidReader.BULK_OUT, Arrays.copyOf(LONG, length));
        assertThat(host.next()).isEqualTo("80000000000001400100");
        assertThat(card.events()).containsExactly("on");
    }

    @Test
    void failsAMessageThatAnEmptyPacketCutsOff() {
        reader.out(CcidReader.BULK_OUT, Arrays.copyOf(LONG, 128));
        reader.out(CcidReader.BULK_OUT, new byte[0]);
        assertThat(host.next()).isEqualTo("80000000000001400100");
    }

    @Test
    void failsAMessageOfMoreBytesThanItAnnounces() {
        assertThat(host.bulk("65 00000000 00 01 000000 00")).isEqualTo("81000000000001400100");
        assertThat(host.bulk("6f 04000000 00 02 00 0000 00100000 00")).isEqualTo("80000000000002400100");
    }

    @Test
    void failsAMessageLongerThanTheDescriptorAllows() {
        assertThat(host.bulk("6f 05010000 00 01 00 0000" + "00".repeat(261)))
                .isEqualTo("80020000000001000000" + "6d00");
        assertThat(host.bulk("6f 06010000 00 01 00 0000" + "00".repeat(262))).isEqualTo("80000000000001400100");
        assertThat(host.bulk("65 00000000 00 02 000000")).isEqualTo("81000000000002000000");
    }

    @Test
    void swallowsAMessageWithoutEnd() {
        reader.out(CcidReader.BULK_OUT, Arrays.copyOf(Hex.bytes("6f ffffffff 00 01 00 0000"), 64));
        for (int i = 0; i < 10_000; i++) {
            reader.out(CcidReader.BULK_OUT, new byte[64]);
        }
        assertThat(host.next()).isEmpty();
        reader.out(CcidReader.BULK_OUT, new byte[1]);
        assertThat(host.next()).isEqualTo("80000000000001400100");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "65", "65 00000000 00 01 0000"})
    void forgetsWhatIsShorterThanAHeader(String runt) {
        assertThat(host.bulk(runt)).isEmpty();
        assertThat(host.bulk("65 00000000 00 02 000000")).isEqualTo("81000000000002000000");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 63, 64, 272})
    void letsItsAnswerBeReadInPieces(int size) {
        reader.out(CcidReader.BULK_OUT, LONG);
        var read = new StringBuilder();
        while (read.length() < ANSWER.length()) {
            read.append(Hex.text(reader.in(CcidReader.BULK_IN, size).orElseThrow()));
        }
        assertThat(read).hasToString(ANSWER);
        assertThat(host.next()).isEmpty();
    }

    @Test
    void keepsAnswersApart() {
        host.powerOn();
        reader.out(CcidReader.BULK_OUT, Hex.bytes("65 00000000 00 02 000000"));
        reader.out(CcidReader.BULK_OUT, Hex.bytes("65 00000000 00 03 000000"));
        assertThat(reader.in(CcidReader.BULK_IN, 4)).contains(Hex.bytes("81000000"));
        assertThat(host.all()).containsExactly("000002000000", "81000000000003000000");
    }

    @Test
    void haltsWhereNobodyReadsItsAnswers() {
        var message = Hex.bytes("65 00000000 00 02 000000");
        for (int i = 0; i < 16; i++) {
            reader.out(CcidReader.BULK_OUT, message);
        }
        assertThatThrownBy(() -> reader.out(CcidReader.BULK_OUT, message)).isInstanceOf(UsbStall.class);
        assertThat(host.control("82 00 0000 0100 0200")).isEqualTo("0100");
        assertThat(host.all()).hasSize(16);
    }
}
