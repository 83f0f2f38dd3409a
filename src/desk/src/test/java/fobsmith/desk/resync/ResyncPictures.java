package fobsmith.desk.resync;

import fobsmith.desk.Album;
import java.time.Duration;
import java.util.List;
import javafx.scene.input.KeyCode;

/** A clock that has strayed is set right. */
public final class ResyncPictures {
    private ResyncPictures() {}

    public static void take(Album album) {
        try (var rig = album.sit(List.of(ResyncFlow.FLOW))) {
            var alice = rig.registry.registry.users().get("alice.moreno");
            var fob = rig.registry.fob("GAHT12345678");
            rig.registry.registry.typedCodes().enable(rig.registry.console, alice, fob, rig.registry.pair(fob, 0));
            rig.turn(Duration.ofSeconds(133)).signedIn().press(KeyCode.ENTER);
            rig.write("ali");
            album.shoot(rig, "resync-person");
            rig.write("ce").press(KeyCode.ENTER);
            rig.write(rig.registry.display(fob, 3).reveal()).write("123456").press(KeyCode.ENTER);
            album.shoot(rig, "resync-refused");
            rig.write(rig.registry.display(fob, 3).reveal());
            album.shoot(rig, "resync-codes");
            rig.write(rig.registry.display(fob, 4).reveal()).press(KeyCode.ENTER);
            album.shoot(rig, "resync-done");
        }
    }
}
