package fobsmith.firmware.vpcd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import fobsmith.firmware.usb.SmartCard;
import fobsmith.firmware.usb.TestCard;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A card in a slot, and the frames of vpcd.h: power off, power on, reset, ATR, commands. */
class VpcdSlotTest {
    private final Reader reader = new Reader();
    private final TestCard card = TestCard.ofT1();

    VpcdSlotTest() throws IOException {}

    @AfterEach
    void end() {
        reader.close();
    }

    private VpcdSlot inserted(SmartCard other) throws IOException {
        var slot = VpcdSlot.insert(other, reader.port());
        reader.take();
        return slot;
    }

    @Test
    void tellsItsAtrAsOftenAsItIsAsked() throws IOException {
        try (var slot = inserted(card)) {
            assertThat(reader.ask("04")).isEqualTo("3b800181");
            assertThat(reader.ask("04")).isEqualTo("3b800181");
            assertThat(slot.isIn()).isTrue();
            assertThat(card.events()).isEmpty();
        }
    }

    @Test
    void getsPowerAndCommandsInTheirOrder() throws IOException {
        try (var _ = inserted(card)) {
            reader.send("01");
            assertThat(reader.ask("0010 0000 01 ff")).isEqualTo("0010000001ff9000");
            reader.send("02");
            assertThat(reader.ask("00 99 0000")).isEqualTo("6d00");
            reader.send("00");
            assertThat(reader.ask("04")).isEqualTo("3b800181");
            assertThat(card.events()).containsExactly("on", "0010000001ff", "on", "00990000", "off");
        }
    }

    @Test
    void answersAtLength() throws IOException {
        try (var _ = inserted(card)) {
            assertThat(reader.ask("00207f00")).hasSize(2 * (0x7f00 + 2)).endsWith("fdfeff9000");
        }
    }

    @Test
    void ignoresFramesThatSayNothing() throws IOException {
        try (var _ = inserted(card)) {
            reader.send("");
            reader.send("77");
            assertThat(reader.ask("04")).isEqualTo("3b800181");
        }
    }

    @Test
    void isOutOnceItIsTakenOut() throws IOException {
        var slot = inserted(card);
        reader.send("01");
        assertThat(reader.ask("00990000")).isEqualTo("6d00");
        slot.close();
        assertThat(reader.receive()).isEqualTo("gone");
        assertThat(slot.isIn()).isFalse();
        assertThat(card.events()).startsWith("on", "00990000", "off");
    }

    @Test
    void isOutWhereItLosesItsPower() throws IOException {
        try (var slot = inserted(card)) {
            assertThat(reader.ask("00300000")).isEqualTo("gone");
            await().until(() -> !slot.isIn());
        }
    }

    @Test
    void losesItsPowerWhereTheReaderGoes() throws IOException {
        try (var slot = inserted(card)) {
            reader.letGo();
            await().until(() -> card.events().contains("off"));
            assertThat(slot.isIn()).isFalse();
        }
    }

    @Test
    void isAnsweredForWhereItFails() throws IOException {
        try (var _ = inserted(new BrokenCard())) {
            assertThat(reader.ask("00a40000")).isEqualTo("6f00");
            assertThat(reader.ask("04")).isEqualTo("3b00");
        }
    }

    @Test
    void needsAReader() {
        int port = reader.port();
        reader.close();
        assertThatThrownBy(() -> VpcdSlot.insert(card, port))
                .isInstanceOf(NoReader.class)
                .hasMessage("no virtual reader takes cards at 127.0.0.1:%d; is pcscd running, with vsmartcard-vpcd?"
                        .formatted(port));
    }

    /** Does not keep to its contract. */
    private static final class BrokenCard implements SmartCard {
        @Override
        public byte[] atr() {
            return new byte[] {0x3B, 0};
        }

        @Override
        public void powerOn() {}

        @Override
        public void powerOff() {}

        @Override
        public byte[] exchange(byte[] command) {
            throw new IllegalStateException("out of order");
        }
    }
}
