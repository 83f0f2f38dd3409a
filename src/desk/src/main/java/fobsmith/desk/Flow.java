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
public record Flow(String name, Feather icon, Screen first, BiFunction<Shift, Walk, Controllers> wiring) {}
