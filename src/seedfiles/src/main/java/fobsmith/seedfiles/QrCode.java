package fobsmith.seedfiles;

import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.EncodeHintType;
import com.google.zxing.ReaderException;
import com.google.zxing.WriterException;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * QR images of {@code otpauth} URIs, as authenticator apps scan them. This is a rim: a seed is a String here and a picture
 * outside, so both are made on demand, sent, and let go; nothing is written to disk, not even as a cache.
 */
public final class QrCode {
    private static final int MODULE_PIXELS = 8;
    private static final int QUIET_MODULES = 4;
    private static final int WHITE = 0xffffff;
    private static final long MOST_PIXELS = 24_000_000;

    private QrCode() {}

    /** A PNG image, black on white, error correction M, 8 pixels a module; the caller wipes it where it holds a secret. */
    public static byte[] png(String text) {
        var png = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName("png").next();
        // ImageIO.write would cache the image, seed and all, in a temporary file.
        try (var output = new MemoryCacheImageOutputStream(png)) {
            writer.setOutput(output);
            writer.write(image(encoded(text)));
        } catch (IOException e) {
            throw new SeedFileException.Unreadable(e);
        } finally {
            writer.dispose();
        }
        return png.toByteArray();
    }

    /**
     * The modules of the code, row by row, 1 where it is black, without the white around it; for whoever draws it himself,
     * and wipes them where they hold a secret.
     */
    public static byte[][] modules(String text) {
        return encoded(text).getArray();
    }

    private static ByteMatrix encoded(String text) {
        // The character set is announced only where it matters: some apps stumble over the announcement.
        boolean ascii = StandardCharsets.US_ASCII.newEncoder().canEncode(text);
        Map<EncodeHintType, ?> hints = ascii ? Map.of() : Map.of(EncodeHintType.CHARACTER_SET, "UTF-8");
        try {
            return Encoder.encode(text, ErrorCorrectionLevel.M, hints).getMatrix();
        } catch (WriterException _) {
            throw new SeedFileException.Refused(
                    "a text of %d characters does not fit in a QR code".formatted(text.length()));
        }
    }

    private static BufferedImage image(ByteMatrix modules) {
        int side = (modules.getWidth() + 2 * QUIET_MODULES) * MODULE_PIXELS;
        var image = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                image.setRGB(x, y, black(modules, x, y) ? 0 : WHITE);
            }
        }
        return image;
    }

    private static boolean black(ByteMatrix modules, int x, int y) {
        int column = x / MODULE_PIXELS - QUIET_MODULES;
        int row = y / MODULE_PIXELS - QUIET_MODULES;
        boolean quiet = column < 0 || row < 0 || column >= modules.getWidth() || row >= modules.getHeight();
        return !quiet && modules.get(column, row) == 1;
    }

    /** The text of the QR code in a PNG image. */
    public static String read(byte[] png) {
        return read(image(png, "png"));
    }

    /** The texts of all QR codes in a PNG or JPEG image, of which there is at least one. */
    static List<String> readAll(byte[] file) {
        boolean jpeg = file.length > 0 && (file[0] & 0xff) == 0xff;
        var image = image(file, jpeg ? "jpeg" : "png");
        var several = QrScene.read(image);
        return several.isEmpty() ? List.of(read(image)) : several;
    }

    private static BufferedImage image(byte[] file, String format) {
        var reader = ImageIO.getImageReadersByFormatName(format).next();
        try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(input);
            requireReasonable(reader);
            return reader.read(0);
        } catch (IOException | RuntimeException e) {
            throw e instanceof SeedFileException known
                    ? known
                    : new SeedFileException.Malformed(
                            "the image is not a readable %s".formatted(format.toUpperCase(Locale.ROOT)));
        } finally {
            reader.dispose();
        }
    }

    private static void requireReasonable(ImageReader reader) throws IOException {
        if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS) {
            throw new SeedFileException.Malformed("the image of %d by %d pixels has more than %d"
                    .formatted(reader.getWidth(0), reader.getHeight(0), MOST_PIXELS));
        }
    }

    /** The text of the QR code in the image, which may be a photograph or a picture of a screen. */
    public static String read(BufferedImage image) {
        var luminance = new ImageLuminance(image);
        // One copes with shadows on a photograph, one with the ragged edges of a scaled picture; and of a perfect
        // picture
        // that search for the code in a scene fails on one in fifty, so it is also taken for what it is.
        return tryRead(new HybridBinarizer(luminance), DecodeHintType.TRY_HARDER)
                .or(() -> tryRead(new GlobalHistogramBinarizer(luminance), DecodeHintType.TRY_HARDER))
                .or(() -> tryRead(new GlobalHistogramBinarizer(luminance), DecodeHintType.PURE_BARCODE))
                .orElseThrow(() -> new SeedFileException.Malformed("the image holds no legible QR code"));
    }

    private static Optional<String> tryRead(Binarizer binarizer, DecodeHintType hint) {
        try {
            return Optional.of(new QRCodeReader()
                    .decode(new BinaryBitmap(binarizer), Map.of(hint, true))
                    .getText());
        } catch (ReaderException _) {
            return Optional.empty();
        }
    }
}
