package fobsmith.seedfiles;

import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.seedfiles.writing.PskcProtection;
import fobsmith.seedfiles.writing.PskcProtection.Suite;
import fobsmith.seedfiles.writing.SeedFileWriter;
import java.io.ByteArrayInputStream;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Files whose reading costs more, each changed in fewer places: encrypted ones and pictures. */
class MutatedExportsTest {
    private static final char[] PASSWORD = "correct horse".toCharArray();
    private static final ReadingTerms TERMS =
            ReadingTerms.STRICT.withEventBased().openedBy(TransportKeys.ofPassword(PASSWORD));

    private final Random random = new Random(20_260_103);

    @ParameterizedTest
    @CsvSource({"aegis-encrypted.json, 150", "2fas-encrypted.json, 60", "safenet.xml, 1000"})
    void endsInKeysOrATypedErrorWhateverIsChanged(String name, int rounds) {
        change(Fixtures.bytes("seedfiles/" + name), rounds);
    }

    static Stream<byte[]> written() {
        var randomness = new SecureRandom();
        return Stream.of(
                WrittenFile.of(
                        WrittenFile.KEYS,
                        file -> SeedFileWriter.pskc(
                                file, PskcProtection.password(PASSWORD, 10, Suite.MODERN, randomness))),
                QrCode.png("otpauth://totp/one?secret=ORSXG5BAONSWKZBAN5TCAMBQGE"));
    }

    @ParameterizedTest
    @MethodSource("written")
    void endsInKeysOrATypedErrorWhateverIsChanged(byte[] honest) {
        change(honest, 150);
    }

    /** A message that is cut short or changed gives a typed error and no key. */
    @Test
    void endsInATypedErrorWhateverIsChangedInAMessage() throws Exception {
        var message = OpenPgpMessageTest.sealed(Fixtures.bytes("seedfiles/oath.csv"), true);
        for (int round = 0; round < 60; round++) {
            assertThat(read(mutated(message))).isLessThanOrEqualTo(0);
        }
    }

    private void change(byte[] honest, int rounds) {
        assertThat(read(honest)).isPositive();
        int failures = 0;
        for (int round = 0; round < rounds; round++) {
            failures += read(mutated(honest)) < 0 ? 1 : 0;
        }
        assertThat(failures).isPositive();
    }

    /** How many keys; -1 after a typed error, whose message is short and quotes no seed. */
    private static int read(byte[] file) {
        int keys = 0;
        try (var reader = SeedFileReader.open(new ByteArrayInputStream(file), TERMS)) {
            for (var next = reader.next(); next.isPresent(); next = reader.next()) {
                next.get().close();
                keys++;
            }
            return keys;
        } catch (SeedFileException e) {
            assertThat(e).hasNoCause();
            assertThat(e.getMessage())
                    .isNotBlank()
                    .hasSizeLessThan(400)
                    .doesNotContain("\n", "\r", "ORSXG5", "746573", "test seed", "correct horse");
            return -1;
        }
    }

    private byte[] mutated(byte[] honest) {
        var changed = honest.clone();
        int changes = 1 + random.nextInt(3);
        for (int i = 0; i < changes; i++) {
            // Never the byte that stands there: what is not changed opens.
            changed[random.nextInt(changed.length)] ^= (byte) (1 + random.nextInt(255));
        }
        if (Arrays.equals(changed, honest)) {
            return mutated(honest); // two changes have undone each other
        }
        return random.nextInt(4) == 0 ? Arrays.copyOf(changed, random.nextInt(changed.length)) : changed;
    }
}
