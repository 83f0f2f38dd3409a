package fobsmith.seedfiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CountedFileTest {
    @Test
    void countsWhatIsRead() {
        var text = Fixtures.text("seedfiles/oath.csv");
        var file = new CountedFile(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        assertThat(file.taken()).isZero();
        Fixtures.readThrough(SeedFileReader.open(file, ReadingTerms.STRICT.withEventBased()));
        assertThat(file.taken()).isEqualTo(text.length());
    }
}
