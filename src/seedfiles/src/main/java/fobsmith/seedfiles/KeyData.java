package fobsmith.seedfiles;

import fobsmith.oath.Seed;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The values of one key (RFC 6030 section 4.1, Data). Owns the seed until it is handed over; closing wipes it. */
final class KeyData implements AutoCloseable {
    private static final int LONGEST_STEP = 86_400;

    private final XmlCursor cursor;
    private final Function<byte[], Seed> seeds;
    private @Nullable Seed seed;
    private @Nullable Integer timeDrift;
    private int timeInterval = 30;

    KeyData(XmlCursor cursor, Function<byte[], Seed> seeds) {
        this.cursor = cursor;
        this.seeds = seeds;
    }

    void read(Subject subject) {
        cursor.eachChild(Set.of(), name -> {
            switch (name) {
                case "Secret" -> readValue(subject, name, () -> readSecret(subject));
                case "TimeInterval" -> readValue(subject, name, () -> timeInterval = number(subject, name));
                case "TimeDrift" -> readValue(subject, name, () -> timeDrift = number(subject, name));
                // the moving factor when the file was made: the token's clock has gone on since
                case "Time", "Counter" -> readValue(subject, name, () -> readIgnoredNumber(subject, name));
                default -> cursor.skipForeign();
            }
        });
    }

    private void readValue(Subject subject, String value, Runnable plain) {
        cursor.eachChild(Set.of(), name -> {
            switch (name) {
                case "PlainValue" -> plain.run();
                case "EncryptedValue" ->
                    throw subject.refused("has an encrypted %s; this reader takes plain values only".formatted(value));
                case "ValueMAC" -> cursor.skip();
                default -> throw cursor.unexpected();
            }
        });
    }

    private int number(Subject subject, String value) {
        return subject.number(value, cursor.text(32));
    }

    private void readIgnoredNumber(Subject subject, String value) {
        var text = cursor.text(32);
        if (!text.matches("[+-]?[0-9]+")) {
            throw subject.malformed("has a %s that is not a whole number".formatted(value));
        }
    }

    private void readSecret(Subject subject) {
        try (var text = new SecretText(new byte[SecretText.LONGEST])) {
            cursor.secret(text);
            var bytes = text.decode().orElseThrow(() -> subject.malformed("has a secret that is not base64"));
            adopt(subject, bytes);
        }
    }

    private void adopt(Subject subject, byte[] bytes) {
        try {
            seed = seeds.apply(bytes);
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
