package fobsmith.cli;

import fobsmith.registry.Actor;
import fobsmith.registry.Registry;
import fobsmith.registry.RegistryKey;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import picocli.CommandLine.Mixin;

/** A command that works on a registry and prints what came of it. */
public abstract class RegistryVerb implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private RegistryOptions options;

    @Mixin
    private Output output;

    protected RegistryVerb(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** Opens the registry for one piece of work, done as the operating system's user at this machine. */
    protected final <T> T with(BiFunction<Registry, Actor, T> work) {
        return options.with(surroundings, work);
    }

    /** As above, with the registry key still at hand. */
    protected final <T> T withKey(RegistryOptions.KeyedWork<T> work) {
        return options.withKey(surroundings, work);
    }

    /** Makes a database where the options name, with a key that is made or read for it. */
    protected final <T> T make(BiFunction<Path, RegistryKey, T> work) {
        return options.make(surroundings, work);
    }

    protected final Output output() {
        return output;
    }

    protected final Surroundings surroundings() {
        return surroundings;
    }

    final RegistryOptions options() {
        return options;
    }
}
