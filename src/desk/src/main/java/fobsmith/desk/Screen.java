package fobsmith.desk;

import java.net.URL;
import java.util.Objects;

/** Every FXML there is. A name that leads nowhere fails here, at the start. Keep each flow's screens together. */
public enum Screen {
    OPEN_REGISTRY("signin/open-registry"),
    SIGN_IN("signin/sign-in"),
    LOCKED("signin/locked"),
    TOP_BAR("home/top-bar"),
    HOME("home/home"),
    SHORTCUTS("home/shortcuts"),

    // Onboard, hardware.

    // Onboard, virtual.
    VIRTUAL_PERSON("virtual/person"),
    VIRTUAL_NAME("virtual/name"),
    VIRTUAL_CODES("virtual/codes"),
    VIRTUAL_LATE("virtual/late"),
    VIRTUAL_DONE("virtual/done"),
    TEMPORARY_PERSON("virtual/temporary-person"),
    TEMPORARY_HOURS("virtual/hours"),
    TEMPORARY_DONE("virtual/temporary"),

    // Resync.
    RESYNC_PERSON("resync/person"),
    RESYNC_CODES("resync/codes"),
    RESYNC_DONE("resync/done"),

    // Lost.

    // Return.

    // Whose is this.

    // Stock.

    // Root's device.
    ;

    private final String file;

    Screen(String name) {
        file = name + ".fxml";
        requireThere(file);
    }

    private static void requireThere(String file) {
        if (Screen.class.getResource(file) == null) {
            throw new IllegalArgumentException("there is no screen %s".formatted(file));
        }
    }

    URL fxml() {
        return Objects.requireNonNull(Screen.class.getResource(file));
    }
}
