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

    void write(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            ImageIO.write(pixels, "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
