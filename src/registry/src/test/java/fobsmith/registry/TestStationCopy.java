package fobsmith.registry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/** The files of a registry and of a station that has joined it, made once for all who need such a pair. */
final class TestStationCopy {
    private static final Map<String, byte[]> FILES = take();

    private TestStationCopy() {}

    private static Map<String, byte[]> take() {
        try {
            var folder = Files.createTempDirectory("station");
            try (var service = TestRegistry.copy(folder)) {
                TestStation.of(folder.resolve("station"), service, "packing").close();
            }
            return remove(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was in it of databases and keys. */
    private static Map<String, byte[]> remove(Path folder) throws IOException {
        var files = new HashMap<String, byte[]>();
        try (var all = Files.walk(folder)) {
            for (var file : all.sorted(Comparator.reverseOrder()).toList()) {
                if (file.toString().endsWith(".db") || file.toString().endsWith(".key")) {
                    files.put(folder.relativize(file).toString(), Files.readAllBytes(file));
                }
                Files.delete(file);
            }
        }
        return files;
    }

    static void write(Path folder) {
        try {
            Files.createDirectories(folder.resolve("station"));
            for (var file : FILES.entrySet()) {
                PrivateFile.create(folder.resolve(file.getKey()), file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
