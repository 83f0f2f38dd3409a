package fobsmith.cli;

import fobsmith.devices.Bus;
import fobsmith.devices.Candidate;
import fobsmith.devices.DeviceException;
import fobsmith.devices.OwnLinks;
import fobsmith.devices.TokenDrivers;
import fobsmith.devices.TokenScanner;
import fobsmith.devices.TokenSession;
import fobsmith.devices.TokenWatch;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where tokens are plugged in. One thread; closing it closes the links. */
public final class Bench implements AutoCloseable {
    private final InstantSource clock;
    private final OwnLinks own;
    private final List<Bus> named = new ArrayList<>();
    private List<String> remarks = List.of();

    private Bench(InstantSource clock, OwnLinks own) {
        this.clock = clock;
        this.own = own;
    }

    /**
     * With USB, readers and serial ports of this machine, as far as they work.
     *
     * @param named serial ports to ask beside those that the system lists
     */
    static Bench ofThisMachine(InstantSource clock, Path... named) {
        return new Bench(clock, OwnLinks.open(named));
    }

    /** A link that the operator named; it is closed with the bench. */
    void add(Bus bus) {
        named.add(bus);
    }

    /** Notes which of the links that the operator named cannot be used, and why: none hides what the others show. */
    public void noteNamed(PrintWriter notes) {
        faults(named).forEach(fault -> note(notes, fault));
    }

    /** Notes why links of this machine cannot be used: worth a look where a token is missing. */
    public void noteOwn(PrintWriter notes) {
        Stream.concat(own.faults().stream(), faults(own.buses())).forEach(fault -> note(notes, fault));
    }

    private static void note(PrintWriter notes, DeviceException fault) {
        notes.printf("note: %s; %s%n", fault.getMessage(), fault.advice());
    }

    private static Stream<DeviceException> faults(List<Bus> links) {
        return links.stream().flatMap(bus -> fault(bus).stream());
    }

    private static Optional<DeviceException> fault(Bus bus) {
        try {
            bus.ports();
            return Optional.empty();
        } catch (DeviceException e) {
            return Optional.of(e);
        }
    }

    /** What is plugged in, token by token. */
    public List<Candidate> scan() {
        var scanner = scanner();
        var seen = scanner.scan();
        remarks = scanner.remarks();
        return seen;
    }

    /** Of the last scan: which links of a token were left alone, and why. */
    public List<String> remarks() {
        return remarks;
    }

    /** Notices what comes and goes from now on. */
    public TokenWatch watch() {
        return new TokenWatch(scanner());
    }

    /** The token with this serial number or at this place; else the only one there is. The caller closes the session. */
    public TokenSession open(Optional<String> serialOrPlace) {
        return serialOrPlace.map(scanner()::open).orElseGet(scanner()::openOnly);
    }

    private TokenScanner scanner() {
        return new TokenScanner(TokenDrivers.ALL, buses().toList(), clock);
    }

    private Stream<Bus> buses() {
        return Stream.concat(own.buses().stream(), named.stream());
    }

    @Override
    public void close() {
        buses().forEach(Bus::close);
    }
}
