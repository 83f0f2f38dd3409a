package fobsmith.firmware;

import fobsmith.firmware.fob.DisplayFob;
import fobsmith.firmware.fob.FobDescription;
import fobsmith.firmware.parts.RefusedException;
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
    private final ConcurrentNavigableMap<String, DisplayFob> fobs = new ConcurrentSkipListMap<>();

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
        addAll(FleetFile.read(fleetFile, realTime));
    }

    /** Takes the fobs over: they are closed with the simulator, or here where one of the serials is taken. */
    void addAll(List<DisplayFob> newcomers) {
        var added = new ArrayList<DisplayFob>();
        for (var fob : newcomers) {
            if (fobs.putIfAbsent(fob.serial(), fob) != null) {
                added.forEach(one -> fobs.remove(one.serial(), one));
                newcomers.forEach(DisplayFob::close);
                throw new RefusedException("token %s is there already".formatted(fob.serial()));
            }
            added.add(fob);
        }
    }

    public Optional<DisplayFob> find(String serial) {
        return Optional.ofNullable(fobs.get(serial));
    }

    /** Like find, for callers who know the token must be there. */
    public DisplayFob get(String serial) {
        return find(serial).orElseThrow(() -> new UnknownTokenException(serial));
    }

    /** All tokens, in the order of their serials. */
    public List<DisplayFob> tokens() {
        return List.copyOf(fobs.values());
    }

    /**
     * Takes the token away and wipes its seed.
     *
     * @throws UnknownTokenException where it is not there
     */
    public void remove(String serial) {
        var fob = fobs.remove(serial);
        if (fob == null) {
            throw new UnknownTokenException(serial);
        }
        fob.close();
    }

    /** Removes every token. */
    @Override
    public void close() {
        for (var fob : tokens()) {
            fobs.remove(fob.serial(), fob);
            fob.close();
        }
    }
}
