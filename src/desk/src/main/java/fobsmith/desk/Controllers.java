package fobsmith.desk;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** How each controller is made: by its constructor, in one readable place. Immutable. */
public final class Controllers {
    private final Map<Class<?>, Supplier<?>> makers;

    private Controllers(Map<Class<?>, Supplier<?>> makers) {
        this.makers = makers;
    }

    public static Controllers none() {
        return new Controllers(Map.of());
    }

    public <T> Controllers with(Class<T> type, Supplier<T> maker) {
        var all = new HashMap<>(makers);
        all.put(type, maker);
        return new Controllers(Map.copyOf(all));
    }

    /** These, and those of a flow that this one leads on to. */
    public Controllers and(Controllers others) {
        var all = new HashMap<>(makers);
        all.putAll(others.makers);
        return new Controllers(Map.copyOf(all));
    }

    /** A fresh one for a screen that is being loaded. */
    Object make(Class<?> type) {
        var maker = makers.get(type);
        if (maker == null) {
            throw new IllegalStateException("nobody says how a %s is made".formatted(type.getName()));
        }
        return maker.get();
    }
}
