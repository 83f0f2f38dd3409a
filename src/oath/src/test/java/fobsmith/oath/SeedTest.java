package fobsmith.oath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class SeedTest {
    @Test
    void wipesTheArrayItAdopted() {
        byte[] bytes = {1, 2, 3};
        var seed = Seed.adopt(bytes);
        seed.close();
        assertThat(bytes).containsOnly(0);
        assertThat(seed.isDestroyed()).isTrue();
        assertThatThrownBy(() -> seed.use(b -> b.length)).hasMessageContaining("destroyed");
    }

    @Test
    void printsOnlyItsLength() {
        try (var seed = Seed.adopt("not for your eyes!!!".getBytes(java.nio.charset.StandardCharsets.US_ASCII))) {
            assertThat(seed).hasToString("Seed[20 bytes]");
        }
    }

    @Test
    void isAsLongAsAskedAndNeverTheSameTwice() {
        try (var one = Seed.random(40, new SecureRandom());
                var other = Seed.random(40, new SecureRandom())) {
            assertThat(one.length()).isEqualTo(40);
            byte[] copy = other.use(byte[]::clone);
            assertThat(one.use(byte[]::clone)).isNotEqualTo(copy);
        }
    }

    @Test
    void refusesNoBytesAndTooMany() {
        assertThatThrownBy(() -> Seed.adopt(new byte[0])).hasMessageContaining("0 bytes");
        assertThatThrownBy(() -> Seed.adopt(new byte[256])).hasMessageContaining("256 bytes");
    }
}
