package fobsmith.seedfiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MutatedSeedFileTest {
    private static final int ROUNDS = 10_000;
    private static final int FRAGMENT = 5;

    private final byte[] honest = Fixtures.bytes("pskc/three-fobs.xml");
    private final Random random = new Random(20_260_101);
    private final Set<String> fragments = fragmentsOfTheSecrets();

    @Test
    void endsInKeysOrATypedErrorWhateverIsChanged() {
        int failures = 0;
        for (int round = 0; round < ROUNDS; round++) {
            var seeds = new AdoptedSeeds();
            try {
                Fixtures.readThrough(new PskcReader(new ByteArrayInputStream(mutated()), ReadingTerms.STRICT, seeds));
            } catch (SeedFileException e) {
                failures++;
                assertSpeaksWithoutSecrets(String.valueOf(e.getMessage()));
            }
            seeds.assertAllWiped();
        }
        assertThat(failures).isBetween(ROUNDS / 4, ROUNDS - 100);
    }

    private void assertSpeaksWithoutSecrets(String message) {
        assertThat(message).isNotBlank().hasSizeLessThan(400).doesNotContain("\n", "\r");
        assertThat(fragments).noneMatch(message::contains);
    }

    private byte[] mutated() {
        var result = new ByteArrayOutputStream();
        int first = random.nextInt(honest.length);
        int second = random.nextBoolean() ? random.nextInt(honest.length) : first;
        for (int i = 0; i < honest.length; i++) {
            if (i == first || i == second) {
                mutate(result, honest[i]);
            } else {
                result.write(honest[i]);
            }
        }
        return result.toByteArray();
    }

    private void mutate(ByteArrayOutputStream result, byte original) {
        switch (random.nextInt(5)) {
            case 0 -> result.write(original ^ 1 << random.nextInt(8));
            case 1 -> {}
            case 2 -> result.writeBytes(new byte[] {original, (byte) random.nextInt(256)});
            case 3 -> result.writeBytes(new byte[] {(byte) "<>&;\"'/= ".charAt(random.nextInt(9)), original});
            default -> result.write(honest, random.nextInt(honest.length / 2), random.nextInt(honest.length / 2));
        }
    }

    private Set<String> fragmentsOfTheSecrets() {
        var result = new HashSet<String>();
        var secrets = Pattern.compile("<Secret>\\s*<PlainValue>(.*?)<").matcher(Fixtures.text("pskc/three-fobs.xml"));
        while (secrets.find()) {
            for (int i = 0; i + FRAGMENT <= secrets.group(1).length(); i++) {
                result.add(secrets.group(1).substring(i, i + FRAGMENT));
            }
        }
        assertThat(result).isNotEmpty();
        return result;
    }
}
