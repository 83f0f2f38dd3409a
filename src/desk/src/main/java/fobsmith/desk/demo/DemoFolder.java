package fobsmith.desk.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** A temporary folder that goes when it is closed, or with the process. */
final class DemoFolder implements AutoCloseable {
    private final Path path;
    private final Thread atTheEnd;

    private DemoFolder(Path path) {
        this.path = path;
        atTheEnd = new Thread(() -> remove(path));
        Runtime.getRuntime().addShutdownHook(atTheEnd);
    }

    static DemoFolder make() throws IOException {
        return new DemoFolder(Files.createTempDirectory("fobsmith-desk-demo-"));
    }

    Path path() {
        return path;
    }

    Path resolve(String name) {
        return path.resolve(name);
    }

    private static void remove(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove %s; remove it by hand".formatted(folder), e);
        }
    }

    @Override
    public void close() {
        remove(path);
        try {
            Runtime.getRuntime().removeShutdownHook(atTheEnd);
        } catch (IllegalStateException _) {
            // The process is ending: the hook runs, and finds nothing.
        }
    }
}
