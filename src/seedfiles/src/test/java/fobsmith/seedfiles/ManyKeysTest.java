package fobsmith.seedfiles;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ManyKeysTest {
    private static final int KEYS = 100_000;
    private static final long MEBIBYTE = 1024 * 1024;

    @Test
    @Timeout(120)
    void readsAHundredThousandKeysInTheMemoryOfAThousand() {
        var part = Fixtures.text("pskc/three-fobs.xml");
        var template = part.substring(part.indexOf("<KeyPackage>"), part.indexOf("</KeyPackage>") + 13)
                .replace("Our Own Making", "Smith &amp; Daughters &#38; Sons");
        var file = new EndlessFile(
                "<KeyContainer Version='1.0'>",
                number -> template.replace("GAHT00000001", "GAHT%08d".formatted(number)),
                KEYS,
                "</KeyContainer>");
        try (var reader = PskcReader.open(file)) {
            read(reader, 1_000);
            long early = usedMemory();
            read(reader, KEYS - 1_000);
            assertThat(usedMemory() - early).isLessThan(4 * MEBIBYTE);
            assertThat(reader.next()).isEmpty();
        }
        assertThat(file.taken()).isGreaterThan(50 * MEBIBYTE);
    }

    private static void read(PskcReader reader, int count) {
        for (int i = 0; i < count; i++) {
            try (var fob = reader.next().orElseThrow()) {
                assertThat(fob.manufacturer()).isEqualTo("Smith & Daughters & Sons");
            }
        }
    }

    private static long usedMemory() {
        System.gc();
        var runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
