package fobsmith.firmware.token2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.firmware.HandTurnedClock;
import fobsmith.firmware.flash.Flash;
import fobsmith.firmware.flash.FlashException;
import fobsmith.firmware.parts.RefusedException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Images of the right size with wrong words in them. */
class DamagedImageTest {
    private static final int WORDS = 2 * Flash.PAGE_WORDS;
    private static final int WORDS_IN_USE = 60;

    @TempDir
    Path folder;

    private final HandTurnedClock realTime = new HandTurnedClock(Content.NOON);
    private Path image = Path.of("");

    @BeforeEach
    void provision() {
        image = folder.resolve("token.flash");
        try (var token = Content.token(image, realTime)) {
            token.powerOn();
            var host = new Host(token);
            host.authenticate();
            host.config(0, Content.NOON.getEpochSecond());
            host.seed(0, "12345678901234567890");
        }
    }

    @Test
    void anEntryThatDoesNotFitItsPageIsNamedWithItsImage() throws IOException {
        var damaged = ByteBuffer.wrap(Files.readAllBytes(image));
        int last = Flash.PAGE_WORDS - 1;
        for (int word = 2; word <= last; word++) {
            damaged.putInt(word * Integer.BYTES, word == last ? 0x0508faf7 : 0);
        }
        Files.write(image, damaged.array());
        assertThatThrownBy(() -> Content.token(image, realTime))
                .isInstanceOf(FlashException.class)
                .hasMessage(
                        "flash image %s is damaged: the entry at word %d does not fit its page".formatted(image, last));
        Flash.open(image).close();
    }

    @Test
    void aPageOfSomethingElseIsNamedWithItsImage() throws IOException {
        Files.write(image, new byte[WORDS * Integer.BYTES]);
        assertThatThrownBy(() -> Content.token(image, realTime))
                .isInstanceOf(FlashException.class)
                .hasMessage("flash image %s holds something else than a token's memory".formatted(image));
        Flash.open(image).close();
    }

    @Test
    void whateverTheDamageATokenStartsOrSaysWhyNotAndLetsTheImageGo() throws IOException {
        var whole = Files.readAllBytes(image);
        int refused = 0;
        for (int seed = 0; seed < 500; seed++) {
            Files.write(image, damaged(whole, new Random(seed)));
            refused += starts() ? 0 : 1;
            Flash.open(image).close();
        }
        assertThat(refused).isBetween(1, 499);
    }

    private boolean starts() {
        try (var token = Content.token(image, realTime)) {
            token.powerOn();
            assertThat(token.state().serial()).isEqualTo(Content.TOKEN.serial());
            assertThat(new Host(token).block(0)).endsWith("9000");
            return true;
        } catch (FlashException e) {
            assertThat(e).hasMessageContaining(image.toString());
        } catch (RefusedException e) {
            assertThat(e).hasMessageContaining("the flash image");
        }
        return false;
    }

    private static byte[] damaged(byte[] whole, Random random) {
        var words = ByteBuffer.wrap(whole.clone());
        for (int i = 0; i <= random.nextInt(20); i++) {
            int used = random.nextBoolean() ? WORDS_IN_USE : Flash.PAGE_WORDS;
            int word = random.nextInt(2) * Flash.PAGE_WORDS + random.nextInt(used);
            words.putInt(word * Integer.BYTES, random.nextBoolean() ? random.nextInt() : header(random));
        }
        if (random.nextBoolean()) {
            int from = random.nextInt(WORDS - 200);
            for (int word = from; word < from + 200; word++) {
                words.putInt(word * Integer.BYTES, random.nextInt());
            }
        }
        return words.array();
    }

    /** A key, a length, and the complement of both. */
    private static int header(Random random) {
        int content = random.nextInt(0x10000);
        return (content << 16) | (~content & 0xffff);
    }
}
