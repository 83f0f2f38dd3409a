package fobsmith.desk.whose;

import fobsmith.desk.Album;
import javafx.scene.input.KeyCode;

/** A fob lay in the canteen. */
public final class WhosePictures {
    private static final int STRAYED = 15;

    private WhosePictures() {}

    public static void take(Album album) {
        try (var desk = album.sitBeforeOneFob(WhoseFlow.FLOW)) {
            desk.begun();
            album.shoot(desk.rig, "whose-codes");
            desk.rig.write("123456").write("654321").press(KeyCode.ENTER);
            album.shoot(desk.rig, "whose-nobody");
            desk.rig
                    .write(desk.rig.registry.display(desk.fob, STRAYED).reveal())
                    .write(desk.rig.registry.display(desk.fob, STRAYED + 1).reveal())
                    .press(KeyCode.ENTER);
            album.shoot(desk.rig, "whose-found");
        }
    }
}
