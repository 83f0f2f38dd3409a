package fobsmith.devices.nitrokey;

import java.time.Duration;

/**
 * How patient we are with a token that has to be asked again and again whether it is done.
 *
 * @param first how long it is left alone after a request
 * @param next how long after each question
 * @param reads how often it is asked
 */
public record NitrokeyTiming(Duration first, Duration next, int reads) {
    /** That of the vendor's own library for the Pro: 100 ms, then 15 reads 100 ms apart. */
    public static final NitrokeyTiming USUAL = new NitrokeyTiming(Duration.ofMillis(100), Duration.ofMillis(100), 15);

    /** From the request to when we give up. */
    Duration total() {
        return first.plus(next.multipliedBy(reads - 1L));
    }
}
