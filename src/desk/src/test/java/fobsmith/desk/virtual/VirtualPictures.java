package fobsmith.desk.virtual;

import static fobsmith.desk.DeskRig.onScreen;

import fobsmith.desk.Album;
import java.time.Duration;
import java.util.List;
import javafx.scene.input.KeyCode;

/** A phone, for good and for a day. */
public final class VirtualPictures {
    private static final Duration STEP = Duration.ofSeconds(30);
    private static final Duration INTO_A_STEP = Duration.ofSeconds(11);

    private VirtualPictures() {}

    public static void take(Album album) {
        forGood(album);
        late(album);
        forADay(album);
    }

    private static void forGood(Album album) {
        try (var rig = album.sit(List.of(VirtualFlow.FLOW))) {
            rig.turn(INTO_A_STEP).signedIn().press(KeyCode.ENTER);
            rig.write("ruiz");
            album.shoot(rig, "virtual-person");
            rig.control(KeyCode.A).write("alicia.ruiz").press(KeyCode.ENTER);
            album.shoot(rig, "virtual-name");
            rig.press(KeyCode.ENTER);
            album.shoot(rig, "virtual-codes");
            try (var phone = Phone.scan(rig, album.folder())) {
                rig.write(phone.code(0)).turn(STEP);
                onScreen(() -> {
                    rig.window.scene().lookup("#secret-button").requestFocus();
                    return true;
                });
                rig.press(KeyCode.SPACE);
                album.shoot(rig, "virtual-secret");
                onScreen(() -> {
                    rig.window.scene().lookup("#second-code").requestFocus();
                    return true;
                });
                rig.write(phone.code(0)).press(KeyCode.ENTER);
            }
            album.shoot(rig, "virtual-done");
        }
    }

    private static void late(Album album) {
        try (var rig = album.sit(List.of(VirtualFlow.FLOW))) {
            rig.turn(INTO_A_STEP).signedIn().press(KeyCode.ENTER);
            rig.write("alice").press(KeyCode.ENTER).press(KeyCode.ENTER);
            try (var phone = Phone.scan(rig, album.folder())) {
                rig.write("123456").write("654321").press(KeyCode.ENTER);
                album.shoot(rig, "virtual-refused");
                rig.write(phone.code(0)).turn(STEP).write(phone.code(0));
            }
            rig.turn(Duration.ofMinutes(3)).press(KeyCode.ENTER);
            album.shoot(rig, "virtual-late");
        }
    }

    private static void forADay(Album album) {
        try (var rig = album.sit(List.of(TemporaryFlow.FLOW))) {
            rig.turn(INTO_A_STEP).signedIn().press(KeyCode.ENTER);
            rig.write("alice").press(KeyCode.ENTER);
            album.shoot(rig, "temporary-hours");
            rig.control(KeyCode.A).write("200").press(KeyCode.ENTER);
            album.shoot(rig, "temporary-refused");
            rig.control(KeyCode.A).write("8").press(KeyCode.ENTER);
            album.shoot(rig, "temporary-code");
        }
    }
}
