package fobsmith.devices.nitrokey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.junit.jupiter.api.Test;

class Stm32CrcTest {
    @Test
    void ofSixtyZerosIsAsPublished() {
        assertThat(Stm32Crc.of(new byte[64], 60)).isEqualTo(0xef6eb7df);
    }

    @Test
    void agreesWithEveryRecordedFrame() {
        for (var frame : List.of(
                KnownFrames.GET_STATUS,
                KnownFrames.STATUS,
                KnownFrames.WRONG_CRC,
                KnownFrames.READ_EMPTY_SLOT,
                KnownFrames.EMPTY_SLOT,
                KnownFrames.GET_CODE,
                KnownFrames.CODE_REFUSED,
                KnownFrames.GET_RETRIES,
                KnownFrames.THREE_RETRIES,
                KnownFrames.SET_TIME_59,
                KnownFrames.TIME_SET)) {
            var bytes = KnownFrames.bytes(frame);
            assertThat(Stm32Crc.of(bytes, 60))
                    .as(frame.substring(0, 20))
                    .isEqualTo(ByteBuffer.wrap(bytes)
                            .order(ByteOrder.LITTLE_ENDIAN)
                            .getInt(60));
        }
    }
}
