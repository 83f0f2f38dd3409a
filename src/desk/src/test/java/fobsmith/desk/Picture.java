package fobsmith.desk;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.robot.Robot;
import javax.imageio.ImageIO;

/** What a window looks like. */
final class Picture {
    /** Squares of so many pixels are compared; so bright may one be otherwise, and so many of them. */
    private static final int SQUARE = 12;

    private static final double FAR = 16;
    private static final double ALIKE = 0.004;

    private final BufferedImage pixels;

    private Picture(BufferedImage pixels) {
        this.pixels = pixels;
    }

    /** As JavaFX draws it into memory, pixel for pixel of the scene. */
    static Picture ofScene(Scene scene) {
        return DeskRig.onScreen(() -> of(scene.snapshot(null)));
    }

    /** As it stands on the display, with all that lies over it and as large as the display shows it. */
    static Picture ofDisplay(Scene scene) {
        return DeskRig.onScreen(() -> {
            var window = scene.getWindow();
            var place = new Rectangle2D(
                    window.getX() + scene.getX(), window.getY() + scene.getY(), scene.getWidth(), scene.getHeight());
            return of(new Robot().getScreenCapture(null, place, false));
        });
    }

    private static Picture of(WritableImage image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        var copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var line = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), line, 0, width);
        copy.setRGB(0, 0, width, height, line, 0, width);
        return new Picture(copy);
    }

    /** Whether this is that in another size, but for the edges of letters and a caret. */
    boolean resembles(Picture other) {
        double scale = (double) pixels.getWidth() / other.pixels.getWidth();
        int compared = 0;
        int different = 0;
        for (int y = 0; y + SQUARE <= other.pixels.getHeight(); y += SQUARE) {
            for (int x = 0; x + SQUARE <= other.pixels.getWidth(); x += SQUARE) {
                compared++;
                different += Math.abs(brightness(x, y, scale) - other.brightness(x, y, 1)) > FAR ? 1 : 0;
            }
        }
        return different < compared * ALIKE;
    }

    /** Of the square whose corner stands there in a picture so many times smaller. */
    private double brightness(int x, int y, double scale) {
        int left = (int) (x * scale);
        int top = (int) (y * scale);
        int right = Math.min((int) ((x + SQUARE) * scale), pixels.getWidth());
        int bottom = Math.min((int) ((y + SQUARE) * scale), pixels.getHeight());
        long sum = 0;
        for (int row = top; row < bottom; row++) {
            for (int column = left; column < right; column++) {
                int colour = pixels.getRGB(column, row);
                sum += (colour >> 16 & 0xff) + (colour >> 8 & 0xff) + (colour & 0xff);
            }
        }
        return sum / 3.0 / ((right - left) * (bottom - top));
    }

    void write(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            ImageIO.write(pixels, "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
