package fobsmith.desk;

import java.nio.file.Path;
import javafx.scene.Scene;

/** Takes pictures off the display into a folder. */
final class Camera implements Album.Viewer {
    /** Long enough for a search that begins a moment after the last key. */
    private static final int FRAMES_OF_TYPING = 20;

    /** Until what was laid out is on the display. */
    private static final int FRAMES_OF_DRAWING = 15;

    /** A display with much else to do shows for a while what was there before. */
    private static final int TIMES_TO_LOOK = 40;

    private final Path pictures;

    Camera(Path pictures) {
        this.pictures = pictures;
    }

    @Override
    public void look(DeskWindow window, String name) {
        onceShown(window.scene()).write(pictures.resolve(name + ".png"));
    }

    @Override
    public void awaitSearch() {
        Frames.await(FRAMES_OF_TYPING);
    }

    private static Picture onceShown(Scene scene) {
        for (int times = 0; times < TIMES_TO_LOOK; times++) {
            Frames.await(FRAMES_OF_DRAWING);
            var shown = Picture.ofDisplay(scene);
            if (shown.resembles(Picture.ofScene(scene))) {
                return shown;
            }
        }
        throw new IllegalStateException("the display does not show the window");
    }
}
