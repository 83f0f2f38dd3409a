package fobsmith.desk;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import javafx.scene.input.KeyCode;

/** What is around every flow: the door, home, the keys, the lock, and a failure. */
final class ShellPictures {
    private ShellPictures() {}

    static void take(Album album) {
        try (var rig = album.sit(Flows.ALL)) {
            rig.write("administrator")
                    .press(KeyCode.TAB)
                    .write("not the right words")
                    .press(KeyCode.ENTER);
            album.shoot(rig, "sign-in-refused");
        }
        try (var rig = album.sit(Flows.ALL)) {
            album.shoot(rig, "sign-in");
            rig.signedIn();
            album.shoot(rig, "home");
            rig.press(KeyCode.F1);
            album.shoot(rig, "keys");
            rig.press(KeyCode.ESCAPE).turn(IdleLock.USUAL.plus(Duration.ofSeconds(1)));
            album.awaitLock(rig);
            album.shoot(rig, "locked");
            rig.write(DeskRig.WORDS).press(KeyCode.ENTER);
            breakRegistry(rig);
            rig.control(KeyCode.DIGIT8);
            album.shoot(rig, "failure");
        }
    }

    /** Somebody else's hand in the file. */
    private static void breakRegistry(DeskRig rig) {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + rig.registry.file());
                var statement = connection.createStatement()) {
            statement.execute("ALTER TABLE iam_user RENAME TO gone");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
