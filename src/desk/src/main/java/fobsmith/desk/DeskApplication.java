package fobsmith.desk;

import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.stage.Stage;

/** JavaFX for as long as the desk's window is open. Once in a process. */
final class DeskApplication {
    private final CountDownLatch closed = new CountDownLatch(1);

    /**
     * Opens the window, fills it on the screen's thread, and returns when it has been closed.
     *
     * @throws NoDisplay where the display cannot be reached
     */
    void run(String title, Consumer<DeskWindow> content) throws InterruptedException {
        try {
            Platform.startup(() -> open(title, content));
        } catch (UnsupportedOperationException e) {
            throw new NoDisplay(e);
        }
        closed.await();
        Platform.exit();
    }

    /** Nobody answers at the display, or it is somebody else's. */
    static final class NoDisplay extends RuntimeException {
        NoDisplay(UnsupportedOperationException cause) {
            super("the display cannot be opened", cause);
        }
    }

    private void open(String title, Consumer<DeskWindow> content) {
        Theme.LIGHT.apply();
        var window = new DeskWindow();
        var stage = new Stage();
        stage.setTitle(title);
        stage.setScene(window.scene());
        stage.setOnHidden(_ -> closed.countDown());
        stage.setOnCloseRequest(request -> {
            request.consume();
            window.leave(stage::hide);
        });
        content.accept(window);
        stage.show();
    }
}
