package fobsmith.seedfiles;

import com.google.zxing.LuminanceSource;
import java.awt.image.BufferedImage;
import org.jspecify.annotations.Nullable;

/** The brightness of an image's pixels, as ZXing wants it; what is transparent counts as white paper. */
final class ImageLuminance extends LuminanceSource {
    private final byte[] luminances;

    ImageLuminance(BufferedImage image) {
        super(image.getWidth(), image.getHeight());
        luminances = new byte[getWidth() * getHeight()];
        var row = new int[getWidth()];
        for (int y = 0; y < getHeight(); y++) {
            image.getRGB(0, y, row.length, 1, row, 0, row.length);
            for (int x = 0; x < row.length; x++) {
                luminances[y * row.length + x] = (byte) luminance(row[x]);
            }
        }
    }

    /** Weights of ITU-R BT.601, in 1/256. */
    private static int luminance(int argb) {
        int alpha = argb >>> 24;
        int shade = (77 * (argb >> 16 & 0xff) + 150 * (argb >> 8 & 0xff) + 29 * (argb & 0xff)) >> 8;
        return (shade * alpha + 0xff * (0xff - alpha)) / 0xff;
    }

    @Override
    public byte[] getRow(int y, byte @Nullable [] row) {
        var result = row == null || row.length < getWidth() ? new byte[getWidth()] : row;
        System.arraycopy(luminances, y * getWidth(), result, 0, getWidth());
        return result;
    }

    @Override
    public byte[] getMatrix() {
        return luminances;
    }
}
