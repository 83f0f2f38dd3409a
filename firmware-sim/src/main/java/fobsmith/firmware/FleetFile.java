package fobsmith.firmware;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Reads {@code {"source":"…","tokens":[…],"many":[…]}}, where each token is described as {@link TokenReader} says, each entry
 * of {@code many} stands for a batch, of fobs as {@link FobBatchReader} says or of another model as {@link TwinBatchReader}
 * says, and {@code source} is free text saying where the file comes from. One of both lists may be missing.
 */
final class FleetFile {
    private FleetFile() {}

    /** The tokens of the file, and what each is plugged into; the caller takes them over. */
    static List<Delivery> read(Path file, InstantSource realTime) {
        var bytes = bytes(file);
        try {
            return tokens(bytes, realTime);
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

    private static List<Delivery> tokens(byte[] bytes, InstantSource realTime) {
        var fleet = Json.read("the fleet", bytes);
        fleet.requireOnly(Set.of("source", "tokens", "many"));
        var tokens = new ArrayList<Delivery>();
        try {
            if (fleet.has("tokens") || !fleet.has("many")) {
                fleet.objects("tokens").forEach(token -> tokens.add(TokenReader.read(token, realTime)));
            }
            if (fleet.has("many")) {
                fleet.objects("many").forEach(batch -> readMany(batch, realTime, tokens));
            }
        } catch (RuntimeException e) {
            tokens.forEach(one -> one.token().close());
            throw e;
        }
        return tokens;
    }

    private static void readMany(Json batch, InstantSource realTime, List<Delivery> tokens) {
        if (batch.has("model") && !batch.text("model").equals(FobBatchReader.MODEL)) {
            TwinBatchReader.read(batch, realTime, tokens::add);
        } else {
            FobBatchReader.read(batch, realTime, fob -> tokens.add(Delivery.of(fob)));
        }
    }
}
