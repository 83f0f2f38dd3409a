package fobsmith.seedfiles;

import fobsmith.oath.Seed;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The values of one key (RFC 6030 section 4.1, Data). Owns the seed until it is handed over; closing wipes it. */
final class KeyData implements AutoCloseable {
    private static final int LONGEST_STEP = 86_400;

    private final Container container;
    private @Nullable Seed seed;
    private @Nullable Integer timeDrift;
    private @Nullable Long counter;
    private int timeInterval = 30;

    KeyData(Container container) {
        this.container = container;
    }

    void read(Subject subject) {
        var cursor = container.cursor();
        cursor.eachChild(name -> {
            var value = new DataValue(container, subject, name);
            switch (name) {
                case "Secret" -> value.secret(bytes -> adopt(subject, bytes));
                case "TimeInterval" -> value.number(digits -> timeInterval = subject.number(name, digits));
                case "TimeDrift" -> value.number(digits -> timeDrift = subject.number(name, digits));
                case "Counter" -> value.number(digits -> counter = subject.counter(name, digits));
                // the moving factor when the file was made: the token's clock has gone on since
                case "Time" -> value.number(digits -> subject.requireInteger(name, digits));
                default -> cursor.skipForeign();
            }
        });
    }

    private void adopt(Subject subject, byte[] bytes) {
        try {
            seed = container.seeds().apply(bytes);
        } catch (IllegalArgumentException e) {
            Arrays.fill(bytes, (byte) 0);
            throw subject.refused("has a secret of %d bytes, not of 1 to 255".formatted(bytes.length));
        }
    }

    /** Seconds as stated, 30 by default. */
    Duration timeStep(Subject subject) {
        if (timeInterval < 1 || timeInterval > LONGEST_STEP) {
            throw subject.refused("has TimeInterval %d, not 1 to %d seconds".formatted(timeInterval, LONGEST_STEP));
        }
        return Duration.ofSeconds(timeInterval);
    }

    @Nullable
    Integer timeDrift() {
        return timeDrift;
    }

    @Nullable
    Long counter() {
        return counter;
    }

    boolean hasSeed() {
        return seed != null;
    }

    /** From here on the seed is the caller's to close. */
    Seed handOver() {
        if (seed == null) {
            throw new IllegalStateException("there is no seed to hand over");
        }
        var handedOver = seed;
        seed = null;
        return handedOver;
    }

    @Override
    public void close() {
        if (seed != null) {
            seed.close();
        }
    }
}
