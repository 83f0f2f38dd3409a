package fobsmith.seedfiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.oath.OtpProfile;
import fobsmith.oath.OtpauthKey;
import fobsmith.oath.Seed;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Random;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QrCodeTest {
    private static final String URI = "otpauth://totp/Amazon%20Web%20Services:jane@123456789012?secret="
            + "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP" + "&issuer=Amazon%20Web%20Services";

    @ParameterizedTest
    @ValueSource(strings = {"x", "otpauth://totp/a?secret=AE", URI, "Grüße, 東京", "HTTP://UPPER.CASE/"})
    void readsBackWhatItDrew(String text) {
        assertThat(QrCode.read(QrCode.png(text))).isEqualTo(text);
    }

    @Test
    void carriesAKeyWithAFortyByteSeedAndALongLabel() {
        var issuer = "The Ministry of Extraordinarily Long Names and Ünusual Letters";
        var account = "a.person.with.rather.a.long.address@department.of.labels.example.org";
        try (var key = new OtpauthKey(Seed.random(40, new SecureRandom()), OtpProfile.Totp.STANDARD, issuer, account);
                var read = OtpauthKey.parse(QrCode.read(QrCode.png(key.reveal())))) {
            byte[] seed = key.seed().use(byte[]::clone);
            assertThat(read.seed().use(byte[]::clone)).isEqualTo(seed);
            assertThat(read.account()).isEqualTo(account);
            assertThat(read.issuer()).isEqualTo(issuer);
        }
    }

    @Test
    void readsEveryPictureItDraws() {
        var random = new Random(18_004);
        for (int round = 0; round < 400; round++) {
            var bytes = new byte[40];
            random.nextBytes(bytes);
            try (var key = new OtpauthKey(
                    Seed.adopt(bytes), OtpProfile.Totp.STANDARD, "Amazon Web Services", "device-" + round)) {
                var uri = key.reveal();
                assertThat(QrCode.read(QrCode.png(uri))).isEqualTo(uri);
            }
        }
    }

    @Test
    void drawsBlackOnWhiteWithAQuietZoneOfFourModules() throws IOException {
        var image = image(QrCode.png("x"));
        // version 1: 21 modules, and 4 on each side, of 8 pixels
        assertThat(image.getWidth()).isEqualTo(29 * 8);
        assertThat(image.getHeight()).isEqualTo(29 * 8);
        assertThat(image.getRGB(31, 32)).isEqualTo(Color.WHITE.getRGB());
        assertThat(image.getRGB(32, 31)).isEqualTo(Color.WHITE.getRGB());
        assertThat(image.getRGB(32, 32)).isEqualTo(Color.BLACK.getRGB());
    }

    @ParameterizedTest
    @CsvSource({"500, 0", "220, 0", "460, 180", "460, 7"})
    void readsPicturesOfOtherSizesAndAngles(int side, int degrees) throws IOException {
        assertThat(QrCode.read(turned(image(QrCode.png(URI)), side, degrees))).isEqualTo(URI);
    }

    @Test
    void takesTransparencyForPaper() throws IOException {
        var opaque = image(QrCode.png(URI));
        var image = new BufferedImage(opaque.getWidth(), opaque.getHeight(), BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                image.setRGB(x, y, opaque.getRGB(x, y) == Color.BLACK.getRGB() ? 0xff000000 : 0);
            }
        }
        assertThat(QrCode.read(image)).isEqualTo(URI);
    }

    @Test
    void leavesNoFileInTheTemporaryDirectoryWhileItDrawsAndReads(@TempDir Path folder) throws IOException {
        var longAgo = FileTime.from(Instant.EPOCH);
        Files.setLastModifiedTime(folder, longAgo);
        // A cache that is deleted again still touches the directory.
        ImageIO.setCacheDirectory(folder.toFile());
        try {
            assertThat(ImageIO.getUseCache()).isTrue();
            assertThat(QrCode.read(QrCode.png(URI))).isEqualTo(URI);
        } finally {
            ImageIO.setCacheDirectory(null);
        }
        assertThat(Files.getLastModifiedTime(folder)).isEqualTo(longAgo);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void refusesATextThatDoesNotFit() {
        assertThatThrownBy(() -> QrCode.png("x".repeat(3000)))
                .isInstanceOf(SeedFileException.Refused.class)
                .hasMessage("a text of 3000 characters does not fit in a QR code");
    }

    @Test
    void saysThatAnImageHoldsNoCode() {
        assertThatThrownBy(() -> QrCode.read(new BufferedImage(200, 100, BufferedImage.TYPE_INT_RGB)))
                .isInstanceOf(SeedFileException.Malformed.class)
                .hasMessage("the image holds no legible QR code");
    }

    @Test
    void saysThatBytesAreNoPng() {
        assertThatThrownBy(() -> QrCode.read(new byte[] {1, 2, 3}))
                .isInstanceOf(SeedFileException.Malformed.class)
                .hasMessage("the image is not a readable PNG");
    }

    @Test
    void refusesAPngThatClaimsToBeEnormous() {
        var png = QrCode.png("x");
        // IHDR: width at offset 16, height at 20
        png[17] = 1;
        png[21] = 1;
        assertThatThrownBy(() -> QrCode.read(png))
                .isInstanceOf(SeedFileException.Malformed.class)
                .hasMessage("the image of 65768 by 65768 pixels has more than 24000000");
    }

    private static BufferedImage image(byte[] png) throws IOException {
        return ImageIO.read(new MemoryCacheImageInputStream(new ByteArrayInputStream(png)));
    }

    private static BufferedImage turned(BufferedImage original, int side, int degrees) {
        var image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, side, side);
        graphics.rotate(Math.toRadians(degrees), side / 2.0, side / 2.0);
        graphics.drawImage(original, 0, 0, side, side, null);
        graphics.dispose();
        return image;
    }
}
