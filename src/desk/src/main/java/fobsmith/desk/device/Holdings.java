package fobsmith.desk.device;

import fobsmith.registry.Token;
import fobsmith.registry.User;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found: a person with all enabled devices, or one fob alone.
 *
 * @param person whose they are or are reserved for; null for a fob that is nobody's
 */
public record Holdings(@Nullable User person, List<Token> devices) {
    public static final Holdings NOTHING = new Holdings(null, List.of());

    public Holdings {
        devices = List.copyOf(devices);
    }

    /** The person's name; empty for nobody. */
    public String personName() {
        return person == null ? "" : person.name();
    }
}
