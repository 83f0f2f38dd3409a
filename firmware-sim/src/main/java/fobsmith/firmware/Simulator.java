package fobsmith.firmware;

import fobsmith.firmware.fob.DisplayFob;
import fobsmith.firmware.fob.FobDescription;
import fobsmith.firmware.parts.RefusedException;
import fobsmith.firmware.parts.Token;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** The simulated tokens by serial, which is compared as it is written. Thread-safe. Owns its tokens and wipes their seeds. */
public final class Simulator implements AutoCloseable {
    private final InstantSource realTime;
    private final ConcurrentNavigableMap<String, Token> tokens = new ConcurrentSkipListMap<>();

    /** A simulator without tokens, whose real time is this. */
    public Simulator(InstantSource realTime) {
        this.realTime = realTime;
    }

    InstantSource realTime() {
        return realTime;
    }

    /**
     * Adds a fob with a copy of the seed of 1 to 255 bytes; the caller wipes its own.
     *
     * @throws RefusedException where the serial is taken
     */
    public DisplayFob add(FobDescription description, byte[] seed) {
        var fob = new DisplayFob(description, seed, realTime);
        addAll(List.of(fob));
        return fob;
    }

    /**
     * Adds the tokens of a fleet file: all of them, or none.
     *
     * @throws FleetFileException where the file cannot be read or is wrong
     * @throws RefusedException where a serial is taken
     */
    public void load(Path fleetFile) {
        addAll(FleetFile.read(fleetFile, realTime).stream().map(Delivery::token).toList());
    }

    /** Takes the tokens over: they are closed with the simulator, or here where one of the serials is taken. */
    public void addAll(List<? extends Token> newcomers) {
        var added = new ArrayList<Token>();
        for (var token : newcomers) {
            if (tokens.putIfAbsent(token.serial(), token) != null) {
                added.forEach(one -> tokens.remove(one.serial(), one));
                newcomers.forEach(Token::close);
                throw new RefusedException("token %s is there already".formatted(token.serial()));
            }
            added.add(token);
        }
    }

    public Optional<Token> find(String serial) {
        return Optional.ofNullable(tokens.get(serial));
    }

    /** Like find, for callers who know the token must be there. */
    public Token get(String serial) {
        return find(serial).orElseThrow(() -> new UnknownTokenException(serial));
    }

    /**
     * A token of this kind.
     *
     * @throws UnknownTokenException where it is not there
     * @throws RefusedException where it is of another kind
     */
    public <T extends Token> T get(String serial, Class<T> kind) {
        var token = get(serial);
        if (!kind.isInstance(token)) {
            throw new RefusedException("token %s is a %s, which has no such thing"
                    .formatted(serial, token.state().model()));
        }
        return kind.cast(token);
    }

    /** All tokens, in the order of their serials. */
    public List<Token> tokens() {
        return List.copyOf(tokens.values());
    }

    /**
     * Takes the token away and wipes its seed.
     *
     * @throws UnknownTokenException where it is not there
     */
    public void remove(String serial) {
        var token = tokens.remove(serial);
        if (token == null) {
            throw new UnknownTokenException(serial);
        }
        token.close();
    }

    /** Removes every token; one that cannot be closed does not keep the others from it. */
    @Override
    public void close() {
        var failed = new ArrayList<RuntimeException>();
        for (var token : tokens()) {
            tokens.remove(token.serial(), token);
            try {
                token.close();
            } catch (RuntimeException e) {
                failed.add(e);
            }
        }
        if (!failed.isEmpty()) {
            var first = failed.removeFirst();
            failed.forEach(first::addSuppressed);
            throw first;
        }
    }
}
