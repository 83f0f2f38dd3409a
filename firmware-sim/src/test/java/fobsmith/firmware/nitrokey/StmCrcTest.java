package fobsmith.firmware.nitrokey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StmCrcTest {
    @Test
    void isThatOfTheChecksumUnit() {
        assertThat("%08x".formatted(StmCrc.of(new byte[64], 60))).isEqualTo(Frames.known("crc.of-zeros"));
    }

    @Test
    void dependsOnEveryByte() {
        int ofZeros = StmCrc.of(new byte[64], 60);
        for (int i = 0; i < 60; i++) {
            var bytes = new byte[64];
            bytes[i] = 1;
            assertThat(StmCrc.of(bytes, 60)).isNotEqualTo(ofZeros);
        }
    }

    @Test
    void leavesTheRestOut() {
        var bytes = new byte[64];
        bytes[60] = 1;
        assertThat("%08x".formatted(StmCrc.of(bytes, 60))).isEqualTo("ef6eb7df");
    }
}
