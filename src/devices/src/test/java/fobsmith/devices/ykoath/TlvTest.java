package fobsmith.devices.ykoath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.devices.DeviceException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** ITU-T X.690 section 8.1.3, definite form. */
class TlvTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 127, 128, 255, 256, 70_000 & 0xffff})
    void readsWhatItWrites(int length) {
        var value = new byte[length];
        var all = Tlv.parse(Apdu.join(Tlv.of(0x71, value), Tlv.of(0x72, new byte[] {5})));
        assertThat(all).extracting(Tlv::tag).containsExactly(0x71, 0x72);
        assertThat(all.getFirst().value()).hasSize(length);
        assertThat(Tlv.find(all, 0x72)).hasValue(new byte[] {5});
        assertThat(Tlv.find(all, 0x73)).isEmpty();
    }

    @Test
    void writesTheShortestLength() {
        assertThat(Tlv.of(0x71, new byte[127])).startsWith(0x71, 0x7f);
        assertThat(Tlv.of(0x71, new byte[128])).startsWith(0x71, 0x81, 0x80);
        assertThat(Tlv.of(0x71, new byte[256])).startsWith(0x71, 0x82, 0x01, 0x00);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "71",
                "7101",
                "710100" + "71",
                "7181",
                "718101",
                "7182",
                "718201",
                "71820001",
                "7180",
                "718300000100"
            })
    void refusesWhatEndsTooEarlyOrHasAnotherFormOfLength(String data) {
        assertThatThrownBy(() -> Tlv.parse(HexFormat.of().parseHex(data)))
                .isInstanceOf(DeviceException.Malformed.class);
    }
}
