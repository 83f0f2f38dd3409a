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
    /** Of so many pixels in a row one is compared, and so much of a colour may be otherwise, in so many of them. */
    private static final int GRID = 3;

    private static final int FAR = 24;
    private static final double ALIKE = 0.03;

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
        int looked = 0;
        int different = 0;
        for (int y = 0; y < other.pixels.getHeight(); y += GRID) {
            for (int x = 0; x < other.pixels.getWidth(); x += GRID) {
                looked++;
                int here = pixels.getRGB(
                        Math.min((int) (x * scale), pixels.getWidth() - 1),
                        Math.min((int) (y * scale), pixels.getHeight() - 1));
                different += isFar(here, other.pixels.getRGB(x, y)) ? 1 : 0;
            }
        }
        return different < looked * ALIKE;
    }

    private static boolean isFar(int one, int other) {
        return Math.abs((one >> 16 & 0xff) - (other >> 16 & 0xff)) > FAR
                || Math.abs((one >> 8 & 0xff) - (other >> 8 & 0xff)) > FAR
                || Math.abs((one & 0xff) - (other & 0xff)) > FAR;
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
