package fobsmith.firmware;

import fobsmith.firmware.parts.Token;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Reads {@code {"source":"…","tokens":[…],"many":[…]}}, where each token is described as {@link FobReader} and
 * {@link Molto2Reader} say, each entry of {@code many} stands for a whole batch as {@link FobBatchReader} says, and
 * {@code source} is free text saying where the file comes from. One of both lists may be missing.
 */
final class FleetFile {
    private FleetFile() {}

    /** The tokens of the file; the caller takes them over. */
    static List<Token> read(Path file, InstantSource realTime) {
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

    private static List<Token> tokens(byte[] bytes, InstantSource realTime) {
        var fleet = Json.read("the fleet", bytes);
        fleet.requireOnly(Set.of("source", "tokens", "many"));
        var tokens = new ArrayList<Token>();
        try {
            if (fleet.has("tokens") || !fleet.has("many")) {
                fleet.objects("tokens").forEach(token -> tokens.add(TokenReader.read(token, realTime)));
            }
            if (fleet.has("many")) {
                fleet.objects("many").forEach(batch -> FobBatchReader.read(batch, realTime, tokens::add));
            }
        } catch (RuntimeException e) {
            tokens.forEach(Token::close);
            throw e;
        }
        return tokens;
    }
}
