package fobsmith.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeakSearchTest {
    private static final byte[] PLANTED = "planted, to be found".getBytes(StandardCharsets.US_ASCII);

    /** Each form, also across the border of two chunks. */
    @Test
    void aSecretInClearIsFound(@TempDir Path folder) throws IOException {
        var search = new LeakSearch().with("it", PLANTED);
        for (var form : SecretForms.of(PLANTED).entrySet()) {
            for (int before : new int[] {0, 7, (1 << 20) - 5, (1 << 20) + 3}) {
                var file = folder.resolve("leak");
                Files.write(file, new byte[before]);
                Files.write(file, form.getValue(), StandardOpenOption.APPEND);
                assertThat(search.in(file))
                        .as("%s after %d", form.getKey(), before)
                        .contains(form.getKey() + " of it");
            }
        }
    }
}
