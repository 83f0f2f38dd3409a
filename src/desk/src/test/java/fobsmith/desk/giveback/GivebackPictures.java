package fobsmith.desk.giveback;

import fobsmith.desk.Album;
import fobsmith.desk.OneFob;
import javafx.scene.input.KeyCode;

/** A fob comes back. */
public final class GivebackPictures {
    private GivebackPictures() {}

    public static void take(Album album) {
        try (var desk = album.sitBeforeOneFob(GivebackFlow.FLOW)) {
            desk.begun();
            album.shoot(desk.rig, "return-who");
            desk.choose(OneFob.SERIAL);
            album.shoot(desk.rig, "return-fob");
            desk.rig.press(KeyCode.ENTER);
            desk.rig.write("123456").write("654321").press(KeyCode.ENTER);
            album.shoot(desk.rig, "return-refused");
            desk.typeCodes();
            album.shoot(desk.rig, "return-done");
        }
        try (var desk = album.sitBeforeOneFob(GivebackFlow.FLOW)) {
            desk.begun().choose("bob");
            album.shoot(desk.rig, "return-nothing");
        }
    }
}
