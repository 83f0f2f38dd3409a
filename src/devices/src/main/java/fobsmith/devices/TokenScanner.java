package fobsmith.devices;

import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds tokens among what is plugged in. A bus that cannot be looked at has nothing plugged in, until it can. What no driver
 * recognises is left alone and unnamed. A token that stands on two links is found once. One thread; nothing stays open but the
 * session that {@link #open} returns.
 */
public final class TokenScanner {
    private final List<TokenDriver> drivers;
    private final List<Bus> buses;
    private final InstantSource clock;

    /** What was recognised without certainty and turned out to be, or not to be, another card. */
    private final Map<Doubtful, Boolean> foreign = new HashMap<>();

    /** What was opened on USB beside what PC/SC shows. */
    private Set<OnceEach.Free> free = Set.of();

    private List<String> remarks = List.of();

    /** The buses stay the caller's. */
    public TokenScanner(List<TokenDriver> drivers, List<? extends Bus> buses, InstantSource clock) {
        this.drivers = List.copyOf(drivers);
        this.buses = List.copyOf(buses);
        this.clock = clock;
    }

    /** Where one card was, as far as that can be told from the next one there. */
    private record Doubtful(Stand stand, TokenDriver driver) {
        static Doubtful of(Plugged one) {
            return new Doubtful(one.stand(), one.driver());
        }
    }

    /** Opens, reads and closes each token in turn, in the order of the buses. */
    public List<Candidate> scan() {
        return plugged().stream().map(this::read).map(Reading::token).toList();
    }

    /** Of the last look: which links of a token were left alone, and why; a sentence each. */
    public List<String> remarks() {
        return remarks;
    }

    /** What is plugged in now and has settled; none of it is opened for that but to tell whose it is. */
    List<Plugged> settled(Arrivals arrivals) {
        return plugged(arrivals.settled(listing())).stream()
                .filter(one -> one.port().isOccupied())
                .toList();
    }

    /**
     * Opens the only token there is. The caller closes the session.
     *
     * @throws DeviceException.Unavailable where there is none, or more than one
     * @throws DeviceException where it cannot be opened
     */
    public TokenSession openOnly() {
        return openOne(plugged(), "no token is plugged in", "plug one in; its model must be one that can be driven");
    }

    /**
     * Opens the token with this serial number, compared without case, or at this place. The caller closes the session.
     *
     * @throws DeviceException.Unavailable where there is none, or more than one
     * @throws DeviceException.LinkLost where another took its place before it was opened
     * @throws DeviceException where it cannot be opened
     */
    public TokenSession open(String serialOrPlace) {
        var there = listing().all().stream()
                .filter(one -> one.place().equals(serialOrPlace))
                .toList();
        return there.isEmpty() ? openBySerial(plugged(), serialOrPlace) : openOne(there);
    }

    private TokenSession openBySerial(List<Plugged> all, String serial) {
        var session = openOne(
                all.stream().filter(one -> hasSerial(one, serial)).toList(),
                "no readable token with serial or place %s is plugged in".formatted(serial),
                "run fobsmith token scan, which says what there is and why it cannot be read");
        if (!session.serial().equalsIgnoreCase(serial)) {
            session.close();
            throw new DeviceException.LinkLost("another token has taken the place of %s".formatted(serial));
        }
        return session;
    }

    private static TokenSession openOne(List<Plugged> chosen, String none, String remedy) {
        if (chosen.isEmpty()) {
            throw new DeviceException.Unavailable(none, remedy);
        }
        return openOne(chosen);
    }

    private static TokenSession openOne(List<Plugged> chosen) {
        if (chosen.size() > 1) {
            throw new DeviceException.Unavailable(
                    "%d tokens to choose from: %s".formatted(chosen.size(), places(chosen)),
                    "say which one by its place, or unplug the others");
        }
        var only = chosen.getFirst();
        return only.driver().open(only.port());
    }

    private static String places(List<Plugged> several) {
        return several.stream().map(one -> one.place()).collect(Collectors.joining(", "));
    }

    private boolean hasSerial(Plugged one, String serial) {
        return switch (read(one).token()) {
            case Candidate.Usable usable -> usable.serial().equalsIgnoreCase(serial);
            case Candidate.Unusable _ -> false;
        };
    }

    /**
     * What was read of a token.
     *
     * @param isFinal whether another try would bring the same
     */
    record Reading(Candidate token, boolean isFinal) {}

    /** Opens, reads and closes it. */
    Reading read(Plugged one) {
        var place = one.place();
        var manufacturer = one.driver().manufacturer();
        var model = one.driver().model();
        try (var session = one.driver().open(one.port())) {
            var usable = new Candidate.Usable(place, manufacturer, model, session.serial(), offset(session));
            return new Reading(usable, true);
        } catch (DeviceException e) {
            var unusable =
                    new Candidate.Unusable(place, manufacturer, model, String.valueOf(e.getMessage()), e.advice());
            return new Reading(unusable, e instanceof DeviceException.Unsupported);
        }
    }

    private @Nullable Duration offset(TokenSession session) {
        if (!(session instanceof ReadableClock readable)) {
            return null;
        }
        var shown = readable.readClock();
        return Duration.between(clock.instant().truncatedTo(ChronoUnit.SECONDS), shown);
    }

    private List<Plugged> plugged() {
        return plugged(listing().all());
    }

    private List<Plugged> plugged(List<Plugged> all) {
        foreign.keySet().retainAll(all.stream().map(Doubtful::of).toList());
        var found = new OnceEach(all.stream().filter(one -> !isForeign(one)).toList(), free);
        free = found.free();
        remarks = found.remarks();
        return found.kept();
    }

    /** Asked until it tells, and then not again for as long as it is there. */
    private boolean isForeign(Plugged one) {
        if (one.driver().isSure() && one.port().isSure()) {
            return false;
        }
        return Boolean.TRUE.equals(foreign.computeIfAbsent(Doubtful.of(one), _ -> one.isForeign()));
    }

    private Listing listing() {
        return Listing.of(buses, drivers);
    }
}
