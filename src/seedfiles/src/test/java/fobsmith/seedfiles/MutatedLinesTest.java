package fobsmith.seedfiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MutatedLinesTest {
    private static final int ROUNDS = 1_000;
    private static final int FRAGMENT = 10;
    private static final Pattern SECRETS =
            Pattern.compile("[0-9a-f]{30,}|[A-Za-z2-7]{26}|[A-Za-z0-9+/%]{60,}|[0-9]+(, [0-9]+){9,}");

    private final Random random = new Random(20_260_102);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "oath.csv", "oath-version-2.csv", "multiotp.csv", "entra.csv", "otpauth.txt", "migration.txt",
                "safeword.dat", "yubico.csv", "yubico-flat.csv", "aegis.json", "2fas.json", "freeotp-plus.json"
            })
    void endsInKeysOrATypedErrorWhateverIsChanged(String name) {
        var honest = Fixtures.bytes("seedfiles/" + name);
        var fragments = fragments(Fixtures.text("seedfiles/" + name));
        int failures = 0;
        for (int round = 0; round < ROUNDS; round++) {
            try (var reader = SeedFileReader.open(
                    new ByteArrayInputStream(mutated(honest)), ReadingTerms.STRICT.withEventBased())) {
                for (var next = reader.next(); next.isPresent(); next = reader.next()) {
                    next.get().close();
                }
            } catch (SeedFileException e) {
                failures++;
                assertThat(e).hasNoCause();
                assertThat(e.getMessage()).isNotBlank().hasSizeLessThan(300).doesNotContain("\n", "\r");
                assertThat(fragments).noneMatch(String.valueOf(e.getMessage())::contains);
            }
        }
        assertThat(failures).isBetween(ROUNDS / 20, ROUNDS - 10);
    }

    private byte[] mutated(byte[] honest) {
        var result = new ByteArrayOutputStream();
        int place = random.nextInt(honest.length);
        for (int i = 0; i < honest.length; i++) {
            if (i == place) {
                mutate(result, honest, i);
            } else {
                result.write(honest[i]);
            }
        }
        return result.toByteArray();
    }

    private void mutate(ByteArrayOutputStream result, byte[] honest, int at) {
        switch (random.nextInt(5)) {
            case 0 -> result.write(honest[at] ^ 1 << random.nextInt(8));
            case 1 -> {}
            case 2 -> result.writeBytes(new byte[] {honest[at], (byte) random.nextInt(256)});
            case 3 -> result.write(",;\"\n\t &=%?#[{}:".charAt(random.nextInt(15)));
            default -> result.write(honest, random.nextInt(honest.length / 2), random.nextInt(honest.length / 2));
        }
    }

    private static Set<String> fragments(String text) {
        var result = new HashSet<String>();
        SECRETS.matcher(text).results().map(found -> found.group()).forEach(secret -> {
            for (int i = 0; i + FRAGMENT <= secret.length(); i++) {
                result.add(secret.substring(i, i + FRAGMENT));
            }
        });
        assertThat(result).isNotEmpty();
        return result;
    }
}
