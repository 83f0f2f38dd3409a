package fobsmith.devices.flipper;

import java.time.Duration;

/**
 * How patient we are with a Flipper. Silence is counted in slices and adds up through one answer, so what is said in between,
 * such as a log, does not make us wait longer; and it may not go on for ever.
 *
 * @param slice how long one look for news may take; a serial port rounds it up to 100 ms
 * @param answer all the silence in one answer
 * @param opening all the silence while the Authenticator is being opened
 */
public record FlipperTiming(Duration slice, Duration answer, Duration opening) {
    /** For people who wait; an application is loaded from a memory card. */
    public static final FlipperTiming USUAL =
            new FlipperTiming(Duration.ofMillis(100), Duration.ofSeconds(5), Duration.ofSeconds(10));

    /** One answer with all that is said in between, such as a log. */
    Duration whole() {
        return answer.multipliedBy(6);
    }

    int slicesOfAnswer() {
        return (int) answer.dividedBy(slice);
    }

    int slicesOfOpening() {
        return (int) opening.dividedBy(slice);
    }
}
