package fobsmith.cli;

import fobsmith.registry.Actor;
import fobsmith.registry.Registry;
import fobsmith.registry.RegistryKey;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which registry a command works on, and its key. */
public final class RegistryOptions {
    @Option(
            names = "--registry",
            paramLabel = "FILE",
            description = "Registry (default: $FOBSMITH_REGISTRY, else ~/.fobsmith/registry.db).")
    private @Nullable Path registry;

    @Mixin
    private KeyOptions key;

    Path path(Surroundings surroundings) {
        if (registry != null) {
            return registry;
        }
        return surroundings
                .variable("FOBSMITH_REGISTRY")
                .map(Path::of)
                .orElseGet(() -> surroundings.home().resolve(".fobsmith/registry.db"));
    }

    KeyOptions key() {
        return key;
    }

    /** The caller closes the registry. */
    Registry open(Surroundings surroundings) {
        var path = path(surroundings);
        try (var registryKey = key.read(surroundings, path)) {
            return Registry.open(path, registryKey, surroundings.clock(), surroundings.randomness());
        }
    }

    /** Opens the registry for one piece of work, done as the operating system's user at this machine. */
    public <T> T with(Surroundings surroundings, BiFunction<Registry, Actor, T> work) {
        try (var open = open(surroundings)) {
            return work.apply(open, operator(open, surroundings));
        }
    }

    /** As above, with the registry key still at hand. */
    <T> T withKey(Surroundings surroundings, KeyedWork<T> work) {
        var path = path(surroundings);
        try (var registryKey = key.read(surroundings, path);
                var open = Registry.open(path, registryKey, surroundings.clock(), surroundings.randomness())) {
            return work.with(open, operator(open, surroundings), registryKey);
        }
    }

    /** Makes what is not there yet, with a key that is made or read for it. */
    <T> T make(Surroundings surroundings, BiFunction<Path, RegistryKey, T> work) {
        var path = path(surroundings);
        requireFree(path);
        try (var registryKey = key.create(surroundings)) {
            return work.apply(path, registryKey);
        }
    }

    /** Before a key file is written for nothing. The folder is its owner's alone. */
    static void requireFree(Path path) {
        if (Files.exists(path)) {
            throw new CliException(
                    path + " already exists",
                    "choose another place with --registry, or use the registry that is there");
        }
        try {
            Files.createDirectories(
                    path.toAbsolutePath().getParent(),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (IOException e) {
            throw new CliException("cannot make the folder of %s: %s".formatted(path, e.getMessage()), "");
        }
    }

    /** What needs the registry key itself, not only what it opens. */
    @FunctionalInterface
    public interface KeyedWork<T> {
        T with(Registry registry, Actor operator, RegistryKey key);
    }

    static Actor operator(Registry registry, Surroundings surroundings) {
        return registry.names().operator(surroundings.operatingSystemUser(), host());
    }

    static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
