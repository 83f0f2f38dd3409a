package fobsmith.firmware.nitrokey;

import fobsmith.firmware.usb.FeatureReports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;

/** Reports as the fixtures write them. */
final class Frames {
    private static final Path FOLDER = Path.of("../fixtures/models/nitrokey-pro");

    private Frames() {}

    /** Two dots stand for the zeros that are missing to 64 bytes. */
    static byte[] parse(String text) {
        var parts = text.replace(" ", "").split("\\.\\.", 2);
        var rest = parts.length == 1 ? "" : parts[1];
        return HexFormat.of()
                .parseHex(parts[0] + "00".repeat(FeatureReports.LENGTH - (parts[0] + rest).length() / 2) + rest);
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

    /** A line of the known answers. */
    static String known(String name) {
        return lines("known-answers.txt").stream()
                .filter(line -> line.startsWith(name + " = "))
                .map(line -> line.substring(name.length() + 3))
                .findFirst()
                .orElseThrow();
    }
}
