package fobsmith.desk.controls;

import org.kordamp.ikonli.feather.Feather;

/**
 * One of several things to choose from.
 *
 * @param name what it is known by: a user name, a serial number
 * @param detail what else tells it from the others
 */
public record Choice(Feather icon, String name, String detail) {
    public static Choice person(String name, String detail) {
        return new Choice(Feather.USER, name, detail);
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
