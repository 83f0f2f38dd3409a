package fobsmith.devices.token2;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;

/** The known answers of a Molto2, by their names. */
final class KnownAnswers {
    private static final Path FILE = Path.of("../../fixtures/models/token2-molto2/known-answers.txt");

    private KnownAnswers() {}

    static String hex(String name) {
        try {
            return Files.readAllLines(FILE).stream()
                    .map(line -> line.split(" = ", 2))
                    .filter(parts -> parts[0].equals(name))
                    .findFirst()
                    .orElseThrow()[1];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] bytes(String name) {
        return HexFormat.of().parseHex(hex(name));
    }
}
