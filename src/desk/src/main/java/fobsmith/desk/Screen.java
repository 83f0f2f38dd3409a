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
    HARDWARE_PERSON("hardware/person"),
    HARDWARE_TOKEN("hardware/token"),
    HARDWARE_SEED("hardware/seed"),
    HARDWARE_CODES("hardware/codes"),
    HARDWARE_RESYNC("hardware/resync"),
    HARDWARE_DONE("hardware/done"),

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
    LOST_WHO("lost/who"),
    LOST_DEVICE("lost/device"),
    LOST_NEXT("lost/next"),
    LOST_TEMPORARY("lost/temporary"),

    // Return.
    RETURN_WHO("giveback/who"),
    RETURN_FOB("giveback/fob"),
    RETURN_CODES("giveback/codes"),
    RETURN_DONE("giveback/done"),

    // Whose is this.
    WHOSE_CODES("whose/codes"),
    WHOSE_FOUND("whose/found"),

    // Stock.
    STOCK_LIST("stock/list"),
    STOCK_TOKEN("stock/token"),
    STOCK_RESERVE("stock/reserve"),
    STOCK_CHECK("stock/check"),
    STOCK_RETIRE("stock/retire"),

    // A person.
    PERSON_WHO("person/who"),
    PERSON_DEVICES("person/devices"),

    // Root's device.
    ROOT_FOB("person/fob"),
    ROOT_CODES("person/codes"),
    ROOT_LATE("person/late"),
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
