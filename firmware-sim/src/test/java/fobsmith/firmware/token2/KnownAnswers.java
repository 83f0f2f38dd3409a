package fobsmith.firmware.token2;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** What the vendor's documents say comes out, by name. */
final class KnownAnswers {
    static final Path FOLDER = Path.of("../fixtures/models/token2-molto2");

    private final Map<String, String> answers = lines("known-answers.txt").stream()
            .map(line -> line.split(" = ", 2))
            .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));

    String hex(String name) {
        return Objects.requireNonNull(answers.get(name), name);
    }

    byte[] bytes(String name) {
        return HexFormat.of().parseHex(hex(name));
    }

    /** Without comments and blank lines. */
    static List<String> lines(String file) {
        try (var lines = Files.lines(FOLDER.resolve(file))) {
            return lines.filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
