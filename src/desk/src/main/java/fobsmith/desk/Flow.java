package fobsmith.desk;

import java.util.function.BiFunction;
import org.kordamp.ikonli.feather.Feather;

/**
 * Something an operator does at the desk, screen after screen; a card at home.
 *
 * @param name stem of its texts: {@code NAME.card}, {@code NAME.about}
 * @param first its first screen
 * @param wiring its controllers, around a fresh model for each walk through it
 */
public record Flow(String name, Feather icon, Screen first, BiFunction<Shift, Walk, Controllers> wiring) {
    /** The digits but nought, which gives type its size back. */
    private static final int KEYS = 9;

    /** Whether Control and a digit start the flow of this number, counted from 1. */
    public static boolean hasKey(int number) {
        return number <= KEYS;
    }
}
