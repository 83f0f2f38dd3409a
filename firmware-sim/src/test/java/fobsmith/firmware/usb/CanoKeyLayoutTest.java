package fobsmith.firmware.usb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A reader behind two other interfaces, as a CanoKey has it. */
class CanoKeyLayoutTest {
    private static final int BULK_OUT = 0x02;
    private static final String POWER_ON = "62 00000000 00 00 010000";

    private final CcidReader reader = new CcidReader(
            new ReaderIdentity(0x20a0, 0x42d4, 0x0100, "Canopo", "Canokey", "", 0x81),
            ExchangeLevel.EXTENDED_APDU,
            TestCard.ofT1(),
            ReaderLayout.BEHIND_FIDO_AND_WEBUSB);

    @BeforeEach
    void plugIn() {
        reader.reset();
    }

    private String tell(String message) {
        reader.out(BULK_OUT, Hex.bytes(message));
        return reader.in(CcidReader.BULK_IN, 4096).map(Hex::text).orElse("");
    }

    @Test
    void describesThreeInterfacesIn127Bytes() {
        var all = Hex.text(reader.configurationDescriptor());
        assertThat(all).hasSize(2 * 127).startsWith("09027f0003");
        assertThat(all)
                .contains("090400000203", "0904010000ff", "09040200020b0000", "07050202400000", "07058202400000");
        assertThat(all)
                .as("dwMaxIFSD")
                .contains("3e050000")
                .as("features and length")
                .contains("fe000400" + "48050000");
    }

    @Test
    void takesAndGivesLongMessagesThroughItsOwnEndpoints() {
        assertThat(tell(POWER_ON)).startsWith("80").endsWith("3b800181");
        var command = "00100000" + "5a".repeat(1300);
        var answer = tell("6f" + "18050000" + "00 01 000000" + command);
        assertThat(answer)
                .startsWith("80" + "1a050000" + "0001" + "00" + "81" + "00")
                .endsWith(command + "9000");
        assertThat(reader.control(Hex.bytes("a1 02 0000 0200 0400"), new byte[0]))
                .hasSize(4);
    }

    @Test
    void refusesWhatIsNotSimulatedAndHasNoInterrupt() {
        assertThatThrownBy(() -> reader.out(0x01, new byte[64])).isInstanceOf(UsbStall.class);
        assertThat(reader.in(0x81, 64)).isEmpty();
        assertThatThrownBy(() -> reader.in(CcidReader.INTERRUPT_IN, 8)).isInstanceOf(UsbStall.class);
        assertThatThrownBy(() -> reader.control(Hex.bytes("a1 02 0000 0000 0400"), new byte[0]))
                .isInstanceOf(UsbStall.class);
    }
}
