package fobsmith.desk.stock;

import fobsmith.desk.Album;
import fobsmith.desk.DeskRig;
import fobsmith.registry.Reservation;
import fobsmith.registry.SerialNumber;
import fobsmith.registry.Tag;
import java.time.Duration;
import java.util.List;
import javafx.scene.input.KeyCode;

/** A full shelf, and one fob whose clock has gone its way for half a year. */
public final class StockPictures {
    private static final int SHELF = 5000;
    private static final Duration BETWEEN_SIGN_INS = Duration.ofDays(12);

    /** Steps the fob is ahead, sign-in by sign-in. */
    private static final int[] AHEAD = {0, 1, 0, 1, 1, 2, 1, 2, 2, 3, 2, 3, 3, 4, 3};

    private StockPictures() {}

    public static void take(Album album) {
        list(album);
        token(album);
    }

    private static void list(Album album) {
        try (var rig = album.sit(List.of(StockFlow.FLOW))) {
            Shelf.fill(rig.registry, SHELF);
            var alice = rig.registry.registry.users().get("alice.moreno");
            rig.registry.registry.shelf().reserve(rig.registry.console, new Reservation(Shelf.serial(7), alice));
            rig.signedIn().press(KeyCode.ENTER);
            rig.press(KeyCode.DOWN, KeyCode.DOWN);
            album.shoot(rig, "stock-list");
        }
    }

    private static void token(Album album) {
        try (var rig = album.sit(List.of(StockFlow.FLOW))) {
            var fob = rig.registry.fob("GAHT12345678");
            rig.registry.fob("GAHT12345679");
            use(rig, fob);
            rig.signedIn().press(KeyCode.ENTER);
            rig.write(fob.value()).press(KeyCode.ENTER);
            album.shoot(rig, "stock-token");
            deed(rig, "deed-report_lost");
            album.shoot(rig, "stock-lost");
            rig.press(KeyCode.ESCAPE);
        }
        try (var rig = album.sit(List.of(StockFlow.FLOW))) {
            var fob = rig.registry.fob("GAHT12345679");
            rig.signedIn().press(KeyCode.ENTER);
            rig.write(fob.value()).press(KeyCode.ENTER);
            album.shoot(rig, "stock-new");
            deed(rig, "deed-check");
            album.shoot(rig, "stock-check");
            rig.press(KeyCode.ESCAPE);
            deed(rig, "deed-retire");
            album.shoot(rig, "stock-retire");
            rig.press(KeyCode.ESCAPE);
            deed(rig, "deed-reserve");
            rig.write("ali");
            album.shoot(rig, "stock-reserve");
            rig.write("ce").press(KeyCode.ENTER);
            album.shoot(rig, "stock-reserved");
        }
    }

    private static void use(DeskRig rig, SerialNumber fob) {
        var codes = rig.registry.registry.typedCodes();
        var alice = rig.registry.registry.users().get("alice.moreno");
        codes.enable(rig.registry.console, alice, fob, rig.registry.pair(fob, 0));
        rig.registry.registry.tags().put(rig.registry.console, fob, List.of(new Tag("department", "sales")));
        for (int ahead : AHEAD) {
            rig.turn(BETWEEN_SIGN_INS);
            codes.signIn(rig.registry.console, alice, fob, rig.registry.display(fob, ahead));
        }
    }

    private static void deed(DeskRig rig, String id) {
        while (!id.equals(rig.focused().getId())) {
            rig.press(KeyCode.TAB);
        }
        rig.press(KeyCode.ENTER);
    }
}
