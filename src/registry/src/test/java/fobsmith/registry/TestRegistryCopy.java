package fobsmith.registry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The files of a registry that was made once, for all who need one that is as new. */
final class TestRegistryCopy {
    private static final TestRegistryCopy ONE = take();

    private final byte[] registry;
    private final byte[] key;

    private TestRegistryCopy(byte[] registry, byte[] key) {
        this.registry = registry;
        this.key = key;
    }

    private static TestRegistryCopy take() {
        try {
            var folder = Files.createTempDirectory("registry");
            try (var original = new TestRegistry(folder)) {
                original.registry.close();
                return new TestRegistryCopy(
                        Files.readAllBytes(original.file()), Files.readAllBytes(original.keyFile()));
            } finally {
                remove(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    static void write(Path folder) {
        try {
            PrivateFile.create(folder.resolve("registry.db"), ONE.registry);
            PrivateFile.create(folder.resolve("registry.key"), ONE.key);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
