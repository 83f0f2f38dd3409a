package fobsmith.seedfiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class QrImagesTest {
    private static final String ONE = "otpauth://totp/one?secret=ORSXG5BAONSWKZBAN5TCAMBQGE";
    private static final String TWO = "otpauth://totp/two?secret=ORSXG5BAONSWKZBAN5TCAMBQGI";

    @Test
    void readsAKeyFromAPictureByItsContent() {
        try (var reader = SeedFileReader.open(new ByteArrayInputStream(QrCode.png(ONE)), ReadingTerms.STRICT);
                var key = reader.next().orElseThrow()) {
            assertThat(key.serial()).isEqualTo("one");
            assertThat(reader.next()).isEmpty();
        }
    }

    @Test
    void readsSeveralCodesFromOneJpeg() throws IOException {
        var first = ImageIO.read(new ByteArrayInputStream(QrCode.png(ONE)));
        var second = ImageIO.read(new ByteArrayInputStream(QrCode.png(TWO)));
        var scene = new BufferedImage(1400, 600, BufferedImage.TYPE_INT_RGB);
        var graphics = scene.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, 1400, 600);
        graphics.drawImage(first, 50, 50, null);
        graphics.drawImage(second, 750, 50, null);
        graphics.dispose();
        var jpeg = new ByteArrayOutputStream();
        ImageIO.write(scene, "jpeg", jpeg);
        var file = new ByteArrayInputStream(jpeg.toByteArray());
        assertThat(Fixtures.readThrough(SeedFileReader.open(file, ReadingTerms.STRICT)))
                .extracting(key -> key.substring(0, 15))
                .containsExactlyInAnyOrder("KeyPackage[one,", "KeyPackage[two,");
    }

    @Test
    void namesThePictureThatBearsNoCode() {
        var empty = new ByteArrayInputStream(new byte[] {(byte) 0x89, 'P', 'N', 'G'});
        var pictures = List.of(new ByteArrayInputStream(QrCode.png(ONE)), empty);
        assertThatThrownBy(() -> Fixtures.readThrough(SeedFileReader.openPictures(pictures, ReadingTerms.STRICT)))
                .isInstanceOf(SeedFileException.Malformed.class)
                .hasMessage("picture 2: the image is not a readable PNG");
    }

    @Test
    void refusesACodeThatIsNoKey() {
        var picture = new ByteArrayInputStream(QrCode.png("https://example.org"));
        assertThatThrownBy(() -> Fixtures.readThrough(SeedFileReader.open(picture, ReadingTerms.STRICT)))
                .isInstanceOf(SeedFileException.Refused.class)
                .hasMessage("QR code 1: is no otpauth URI of a TOTP or HOTP key");
    }

    @Test
    void closesAllPicturesAlsoThoseItDidNotRead() {
        var closed = new AtomicInteger();
        var pictures = List.<InputStream>of(counted(closed), counted(closed), counted(closed));
        try (var reader = SeedFileReader.openPictures(pictures, ReadingTerms.STRICT);
                var key = reader.next().orElseThrow()) {
            assertThat(key.serial()).isEqualTo("one");
        }
        assertThat(closed).hasValue(3);
    }

    private static InputStream counted(AtomicInteger closed) {
        return new ByteArrayInputStream(QrCode.png(ONE)) {
            @Override
            public void close() {
                closed.incrementAndGet();
            }
        };
    }
}
