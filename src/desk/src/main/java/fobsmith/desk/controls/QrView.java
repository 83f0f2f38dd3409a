package fobsmith.desk.controls;

import java.nio.IntBuffer;
import java.util.Arrays;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** A QR code, black on white in either theme. Its pixels are painted over with white as soon as it is on no screen any more. */
public final class QrView extends StackPane {
    private static final int MODULE_PIXELS = 5;
    private static final int QUIET_MODULES = 4;
    private static final int WHITE = 0xffffffff;
    private static final int BLACK = 0xff000000;

    private final ImageView view = new ImageView();
    private int[] pixels = {};
    private @Nullable PixelBuffer<IntBuffer> buffer;

    public QrView() {
        getStyleClass().add("qr");
        setAlignment(Pos.CENTER);
        setMinSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        view.setSmooth(false);
        getChildren().add(view);
        sceneProperty().addListener((_, _, scene) -> {
            if (scene == null) {
                wipe();
            }
        });
    }

    /** Draws these modules, row by row, 1 where black, and wipes them. */
    public void show(byte[][] modules) {
        int side = (modules.length + 2 * QUIET_MODULES) * MODULE_PIXELS;
        pixels = new int[side * side];
        Arrays.fill(pixels, WHITE);
        for (int row = 0; row < modules.length; row++) {
            for (int column = 0; column < modules.length; column++) {
                if (modules[row][column] == 1) {
                    paint(side, row + QUIET_MODULES, column + QUIET_MODULES);
                }
            }
            Arrays.fill(modules[row], (byte) 0);
        }
        buffer = new PixelBuffer<>(side, side, IntBuffer.wrap(pixels), PixelFormat.getIntArgbPreInstance());
        view.setImage(new WritableImage(buffer));
    }

    private void paint(int side, int row, int column) {
        int left = column * MODULE_PIXELS;
        for (int y = row * MODULE_PIXELS; y < (row + 1) * MODULE_PIXELS; y++) {
            Arrays.fill(pixels, y * side + left, y * side + left + MODULE_PIXELS, BLACK);
        }
    }

    private void wipe() {
        Arrays.fill(pixels, WHITE);
        if (buffer != null) {
            buffer.updateBuffer(_ -> null);
        }
    }
}
