package fobsmith.devices;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tokens of a model whose serial number is the place they are plugged into, and who they are there. */
class TokenWatchTest {
    private final DeviceException held =
            new DeviceException.Unavailable("another program holds usb 1-1", "end that program");

    private final List<Place> plugged = new ArrayList<>();
    private final List<String> opened = new ArrayList<>();
    private final Map<String, DeviceException> failures = new HashMap<>();
    private boolean down;
    private final TokenWatch watch = new TokenWatch(
            new TokenScanner(List.of(new Driver()), List.of(new Table()), InstantSource.fixed(Instant.EPOCH)));

    private record Place(String place, String occupant) implements Port {
        Place(String place) {
            this(place, "");
        }

        String serial() {
            return place + occupant;
        }
    }

    private final class Table implements Bus {
        @Override
        public List<Place> ports() {
            if (down) {
                throw new DeviceException.Unavailable("the service does not run", "start it");
            }
            return List.copyOf(plugged);
        }

        @Override
        public void close() {}
    }

    private final class Driver implements TokenDriver {
        @Override
        public String manufacturer() {
            return "Acme";
        }

        @Override
        public String model() {
            return "T200";
        }

        @Override
        public boolean recognises(Port port) {
            return true;
        }

        @Override
        public TokenSession open(Port port) {
            opened.add(port.place());
            var failure = failures.get(port.place());
            if (failure != null) {
                throw failure;
            }
            return new Session(((Place) port).serial());
        }
    }

    private record Session(String serial) implements TokenSession {
        @Override
        public String manufacturer() {
            return "Acme";
        }

        @Override
        public String model() {
            return "T200";
        }

        @Override
        public void close() {}
    }

    private static TokenWatch.Change plugged(String place) {
        return new TokenWatch.Change.Plugged(token(place, place));
    }

    private static TokenWatch.Change pulled(String place) {
        return new TokenWatch.Change.Pulled(token(place, place));
    }

    private static Candidate token(String place, String serial) {
        return new Candidate.Usable(place, "Acme", "T200", serial, null);
    }

    private static Candidate unreadable(String place, DeviceException why) {
        return new Candidate.Unusable(place, "Acme", "T200", String.valueOf(why.getMessage()), why.advice());
    }

    @Test
    void tellsWhatIsThereFirstAndThenOnlyWhatChanges() {
        plugged.add(new Place("usb 1-1"));
        assertThat(watch.look()).containsExactly(plugged("usb 1-1"));
        assertThat(watch.look()).isEmpty();
        plugged.add(new Place("usb 1-2"));
        assertThat(watch.look()).containsExactly(plugged("usb 1-2"));
        plugged.removeFirst();
        assertThat(watch.look()).containsExactly(pulled("usb 1-1"));
        plugged.removeFirst();
        plugged.add(new Place("usb 1-3"));
        assertThat(watch.look()).containsExactly(pulled("usb 1-2"), plugged("usb 1-3"));
    }

    /** As when a service is restarted, or starts after the watching did. */
    @Test
    void outlivesABusThatCannotBeLookedAtForAWhile() {
        down = true;
        plugged.add(new Place("usb 1-1"));
        assertThat(watch.look()).isEmpty();
        down = false;
        assertThat(watch.look()).containsExactly(plugged("usb 1-1"));
        down = true;
        assertThat(watch.look()).containsExactly(pulled("usb 1-1"));
        down = false;
        assertThat(watch.look()).containsExactly(plugged("usb 1-1"));
    }

    @Test
    void opensATokenOnceEachTimeItComes() {
        plugged.add(new Place("usb 1-1"));
        watch.look();
        watch.look();
        assertThat(opened).containsExactly("usb 1-1");
        plugged.clear();
        watch.look();
        plugged.add(new Place("usb 1-1"));
        watch.look();
        assertThat(opened).containsExactly("usb 1-1", "usb 1-1");
    }

    @Test
    void tellsWhenATokenCanBeReadThatCouldNotAtFirst() {
        plugged.add(new Place("usb 1-1"));
        failures.put("usb 1-1", held);
        assertThat(watch.look()).containsExactly(new TokenWatch.Change.Plugged(unreadable("usb 1-1", held)));
        assertThat(watch.look()).isEmpty();
        failures.clear();
        assertThat(looksUntilSomethingChanges())
                .containsExactly(new TokenWatch.Change.Usable(token("usb 1-1", "usb 1-1")));
        opened.clear();
        assertThat(watch.look()).isEmpty();
        assertThat(opened).isEmpty();
        plugged.clear();
        assertThat(watch.look()).containsExactly(pulled("usb 1-1"));
    }

    /** Each try may take as long as a silent token is waited for, and disturbs whoever works with it. */
    @Test
    void triesAnUnreadableTokenLessAndLessOften() {
        plugged.add(new Place("usb 1-1"));
        failures.put("usb 1-1", held);
        var tries = new ArrayList<Integer>();
        for (int look = 0; look < 40; look++) {
            watch.look();
            if (!opened.isEmpty()) {
                tries.add(look);
            }
            opened.clear();
        }
        assertThat(tries).containsExactly(0, 1, 3, 7, 15, 23, 31, 39);
    }

    @Test
    void doesNotTryATokenAgainThatWillNeverTell() {
        plugged.add(new Place("usb 1-1"));
        failures.put("usb 1-1", new DeviceException.Unsupported("this T200 does not tell its serial number"));
        for (int look = 0; look < 40; look++) {
            watch.look();
        }
        assertThat(opened).hasSize(1);
    }

    @Test
    void tellsThatAnotherTokenHasTakenThePlace() {
        plugged.add(new Place("usb 1-1", ":7"));
        assertThat(watch.look()).containsExactly(new TokenWatch.Change.Plugged(token("usb 1-1", "usb 1-1:7")));
        plugged.set(0, new Place("usb 1-1", ":8"));
        assertThat(watch.look())
                .containsExactly(
                        new TokenWatch.Change.Pulled(token("usb 1-1", "usb 1-1:7")),
                        new TokenWatch.Change.Plugged(token("usb 1-1", "usb 1-1:8")));
        assertThat(watch.look()).isEmpty();
    }

    /** As a card does while another program holds it for itself. */
    @Test
    void takesATokenThatDoesNotShowWhoItIsForTheOneBefore() {
        plugged.add(new Place("usb 1-1", ":7"));
        watch.look();
        plugged.set(0, new Place("usb 1-1"));
        assertThat(watch.look()).isEmpty();
        plugged.set(0, new Place("usb 1-1", ":7"));
        assertThat(watch.look()).isEmpty();
        plugged.set(0, new Place("usb 1-1"));
        watch.look();
        plugged.set(0, new Place("usb 1-1", ":8"));
        assertThat(watch.look()).hasSize(2);
    }

    private List<TokenWatch.Change> looksUntilSomethingChanges() {
        for (int look = 0; look < 16; look++) {
            var changes = watch.look();
            if (!changes.isEmpty()) {
                return changes;
            }
        }
        return List.of();
    }
}
