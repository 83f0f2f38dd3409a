package fobsmith.seedfiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is handed over to open a file is wiped when the file is open, whether it opened it or not. */
class WipedPasswordsTest {
    private final List<char[]> handedOver = new ArrayList<>();

    private ReadingTerms terms(String password) {
        return ReadingTerms.STRICT.withEventBased().openedBy(new TransportKeys() {
            @Override
            public Optional<char[]> password(String name) {
                handedOver.add(password.toCharArray());
                return Optional.of(handedOver.getLast());
            }
        });
    }

    private void assertWiped() {
        assertThat(handedOver)
                .isNotEmpty()
                .allSatisfy(password -> assertThat(password).containsOnly('\0'));
    }

    @ParameterizedTest
    @ValueSource(strings = {"aegis-encrypted.json", "2fas-encrypted.json"})
    void wipesThePasswordOfAnExport(String name) {
        assertThat(Fixtures.keys(Fixtures.open("seedfiles/" + name, terms("correct horse"))))
                .hasSize(2);
        assertWiped();
    }

    @Test
    void wipesThePasswordOfAMessageAndWhatWasInside() throws Exception {
        var message = OpenPgpMessageTest.sealed(Fixtures.bytes("seedfiles/oath.csv"), true);
        assertThat(Fixtures.keys(SeedFileReader.open(new ByteArrayInputStream(message), terms("correct horse"))))
                .hasSize(4);
        assertWiped();
    }

    @Test
    void wipesAFileThatIsHeldInMemory() {
        var bytes = new byte[] {1, 2, 3};
        var file = new BoundedFile(bytes);
        assertThat(file.read()).isEqualTo(1);
        file.close();
        assertThat(bytes).containsOnly(0);
    }
}
