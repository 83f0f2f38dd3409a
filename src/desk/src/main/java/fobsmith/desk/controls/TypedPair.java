package fobsmith.desk.controls;

import java.time.Duration;
import java.time.Instant;

/** Two codes and when each was complete. It prints neither code. */
public final class TypedPair {
    private final String first;
    private final Instant firstAt;
    private final String second;
    private final Instant secondAt;

    public TypedPair(String first, Instant firstAt, String second, Instant secondAt) {
        this.first = first;
        this.firstAt = firstAt;
        this.second = second;
        this.secondAt = secondAt;
    }

    public String first() {
        return first;
    }

    public Instant firstAt() {
        return firstAt;
    }

    public String second() {
        return second;
    }

    public Instant secondAt() {
        return secondAt;
    }

    /** How long ago the second, which says how the token's clock stands, was read off it. */
    public Duration age(Instant now) {
        return Duration.between(secondAt, now);
    }

    @Override
    public String toString() {
        return "TypedPair[%s, %s]".formatted(firstAt, secondAt);
    }
}
