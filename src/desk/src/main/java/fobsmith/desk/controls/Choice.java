package fobsmith.desk.controls;

import org.kordamp.ikonli.feather.Feather;

/**
 * One of several things to choose from.
 *
 * @param name what it is known by: a user name, a serial number
 * @param detail what else tells it from the others
 */
public record Choice(Feather icon, String name, String detail) {
    /** Somebody; of the path only what tells one from another is shown. */
    public static Choice person(String name, String path) {
        return new Choice(Feather.USER, name, path.equals("/") ? "" : path);
    }

    public boolean isPerson() {
        return icon == Feather.USER;
    }

    /** A token on a cable. */
    public static Choice pluggedIn(String serial, String detail) {
        return new Choice(Feather.ZAP, serial, detail);
    }

    /** A token in the drawer. */
    public static Choice inStock(String serial, String detail) {
        return new Choice(Feather.HASH, serial, detail);
    }
}
