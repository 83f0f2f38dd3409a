package fobsmith.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SeenSerialsTest {
    @Test
    void knowsEachThatCameAndNoOther() {
        var seen = new SeenSerials();
        for (int i = 0; i < 50_000; i++) {
            assertThat(seen.add("GAHT%08d".formatted(i))).isTrue();
        }
        for (int i = 0; i < 50_000; i++) {
            assertThat(seen.add("GAHT%08d".formatted(i))).isFalse();
        }
        assertThat(seen.add("GAHT0000000")).isTrue();
        assertThat(seen.add("GAHT000000010")).isTrue();
    }

    @Test
    void answersAsASetDoes() {
        var random = new Random(7);
        var seen = new SeenSerials();
        var model = new HashSet<String>();
        for (int i = 0; i < 30_000; i++) {
            var serial = String.valueOf((char) ('A' + random.nextInt(3))).repeat(9 + random.nextInt(56))
                    + (char) ('a' + random.nextInt(26));
            serial = serial.substring(Math.max(0, serial.length() - 64));
            assertThat(seen.add(serial)).as(serial).isEqualTo(model.add(serial));
        }
    }
}
