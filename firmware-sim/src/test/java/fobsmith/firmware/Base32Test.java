package fobsmith.firmware;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Base32Test {
    @ParameterizedTest
    @CsvSource({"'',''", "f,MY", "fo,MZXQ", "foo,MZXW6", "foob,MZXW6YQ", "fooba,MZXW6YTB", "foobar,MZXW6YTBOI"})
    void agreesWithRfc4648Section10(String clear, String base32) {
        assertThat(new String(Base32.encode(clear.getBytes(US_ASCII)), US_ASCII))
                .isEqualTo(base32);
        assertThat(new String(Base32.decode(base32.getBytes(US_ASCII)), US_ASCII))
                .isEqualTo(clear);
    }

    @Test
    void readsBackEveryLengthOfSeed() {
        var random = new Random(4648);
        for (int length = 1; length < 256; length++) {
            var bytes = new byte[length];
            random.nextBytes(bytes);
            assertThat(Base32.decode(Base32.encode(bytes))).isEqualTo(bytes);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"mzxw6ytboi", "MZXW 6YTB OI", "MZXW-6YTB-OI", "MZXW6YTBOI======"})
    void readsSeedsAsPeopleWriteThem(String text) {
        assertThat(new String(Base32.decode(text.getBytes(US_ASCII)), US_ASCII)).isEqualTo("foobar");
    }

    @ParameterizedTest
    @ValueSource(strings = {"M", "MZX", "MZXW6Y", "MZXW0YTB", "MZXW1YTB", "MZXW8YTB", "MZXW\u00e96YTB"})
    void refusesTypingErrorsWithoutRepeatingThem(String text) {
        assertThatThrownBy(() -> Base32.decode(text.getBytes(US_ASCII)))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .doesNotContain("MZX");
    }
}
