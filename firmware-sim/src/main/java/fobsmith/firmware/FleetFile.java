package fobsmith.firmware;

import fobsmith.firmware.fob.DisplayFob;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Reads {@code {"source":"…","tokens":[…]}}, where each token is described as {@link FobReader} says and {@code source} is
 * free text saying where the file comes from.
 */
final class FleetFile {
    private FleetFile() {}

    /** The fobs of the file; the caller takes them over. */
    static List<DisplayFob> read(Path file, InstantSource realTime) {
        var bytes = bytes(file);
        try {
            return fobs(bytes, realTime);
        } catch (IllegalArgumentException e) {
            throw new FleetFileException("fleet file %s: %s".formatted(file, e.getMessage()), e);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new FleetFileException("fleet file %s cannot be read".formatted(file), e);
        }
    }

    private static List<DisplayFob> fobs(byte[] bytes, InstantSource realTime) {
        var fleet = Json.read("the fleet", bytes);
        fleet.requireOnly(Set.of("source", "tokens"));
        var fobs = new ArrayList<DisplayFob>();
        try {
            for (var token : fleet.objects("tokens")) {
                fobs.add(FobReader.read(token, realTime));
            }
        } catch (IllegalArgumentException e) {
            fobs.forEach(DisplayFob::close);
            throw e;
        }
        return fobs;
    }
}
