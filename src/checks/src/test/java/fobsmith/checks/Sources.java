package fobsmith.checks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The files of this repository, without what was built and without the history. */
final class Sources {
    /** Tests run in the folder of their module. */
    static final Path ROOT = Path.of("../..");

    private static final Set<String> NOT_OURS = Set.of("target", ".git", ".idea", ".settings");

    private Sources() {}

    /** By their path from the root, such as {@code src/oath/pom.xml}. */
    static List<Path> all() throws IOException {
        var files = new ArrayList<Path>();
        Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return NOT_OURS.contains(folder.getFileName().toString())
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                files.add(ROOT.relativize(file));
                return FileVisitResult.CONTINUE;
            }
        });
        return files;
    }

    static Stream<Path> below(String folder) throws IOException {
        return all().stream().filter(file -> file.startsWith(folder));
    }

    static Stream<Path> java() throws IOException {
        return all().stream().filter(file -> file.toString().endsWith(".java"));
    }

    /** No lines for what is not text. */
    static List<String> lines(Path file) {
        try {
            return Files.readAllLines(ROOT.resolve(file));
        } catch (MalformedInputException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
