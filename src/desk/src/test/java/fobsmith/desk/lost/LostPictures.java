package fobsmith.desk.lost;

import fobsmith.desk.Album;
import javafx.scene.input.KeyCode;

/** A fob is gone, and a phone bridges the day. */
public final class LostPictures {
    private LostPictures() {}

    public static void take(Album album) {
        try (var desk = album.sitBeforeOneFob(LostFlow.FLOW)) {
            desk.phone();
            desk.begun();
            album.shoot(desk.rig, "lost-person");
            desk.choose("alice");
            album.shoot(desk.rig, "lost-device");
            desk.rig.press(KeyCode.UP, KeyCode.DOWN, KeyCode.UP, KeyCode.ENTER);
            album.shoot(desk.rig, "lost-next");
            desk.rig.press(KeyCode.ENTER);
            album.shoot(desk.rig, "lost-temporary");
        }
    }
}
