package fobsmith.desk;

import static fobsmith.desk.DeskRig.onScreen;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;

/** What JavaFX draws one after the other, some sixty in a second. */
final class Frames {
    private static final long PATIENCE_SECONDS = 20;

    private Frames() {}

    /** Until so many have been drawn. */
    static void await(int frames) {
        var drawn = new CountDownLatch(frames);
        var timer = onScreen(() -> {
            var each = new AnimationTimer() {
                @Override
                public void handle(long now) {
                    drawn.countDown();
                }
            };
            each.start();
            return each;
        });
        try {
            if (!drawn.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nothing is drawn");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            onScreen(() -> {
                timer.stop();
                return true;
            });
        }
    }
}
