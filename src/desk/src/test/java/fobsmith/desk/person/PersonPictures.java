package fobsmith.desk.person;

import fobsmith.desk.Album;
import fobsmith.desk.OneFob;
import java.time.Duration;
import javafx.scene.input.KeyCode;

/** Somebody with several devices and tags, and root. */
public final class PersonPictures {
    private static final int STRAYED = 15;

    private PersonPictures() {}

    public static void take(Album album) {
        devices(album);
        root(album);
    }

    private static void devices(Album album) {
        try (var desk = album.sitBeforeOneFob(PersonFlow.FLOW)) {
            desk.phone();
            desk.rig
                    .registry
                    .registry
                    .typedCodes()
                    .resync(desk.rig.registry.console, desk.alice, desk.fob, desk.rig.registry.pair(desk.fob, STRAYED));
            desk.begun();
            desk.rig.write("ali");
            album.shoot(desk.rig, "person-who");
            desk.rig.write("ce").press(KeyCode.ENTER);
            tag(desk, "department = sales");
            tag(desk, "batch = 2026-11");
            album.shoot(desk.rig, "person-devices");
            desk.rig.press(KeyCode.TAB, KeyCode.TAB, KeyCode.SPACE);
            album.shoot(desk.rig, "person-ask");
        }
    }

    private static void tag(OneFob desk, String tag) {
        while (!"new-tag".equals(desk.rig.focused().getId())) {
            desk.rig.shiftTab();
        }
        desk.rig.write(tag).press(KeyCode.ENTER);
    }

    private static void root(Album album) {
        try (var desk = album.sitBeforeOneFob(RootFlow.FLOW)) {
            var fob = desk.rig.registry.fob("GAHT87654321");
            desk.begun();
            album.shoot(desk.rig, "root-nothing");
            desk.rig.shiftTab().press(KeyCode.SPACE);
            album.shoot(desk.rig, "root-fob");
            desk.choose("GAHT87654321");
            desk.rig.turn(Duration.ofSeconds(7));
            desk.rig.write(desk.rig.registry.display(fob, 0).reveal());
            album.shoot(desk.rig, "root-codes");
            desk.rig.write(desk.rig.registry.display(fob, 1).reveal()).press(KeyCode.ENTER);
            album.shoot(desk.rig, "root-device");
        }
    }
}
