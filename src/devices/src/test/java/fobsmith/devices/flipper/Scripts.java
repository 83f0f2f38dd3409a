package fobsmith.devices.flipper;

import java.time.Duration;

/** Sessions with scripted Flippers, which never make anybody wait. */
final class Scripts {
    static final FlipperTiming TIMING =
            new FlipperTiming(Duration.ofMillis(100), Duration.ofSeconds(5), Duration.ofSeconds(1));

    static final String PLACE = "serial /dev/ttyACM7";

    private Scripts() {}

    static FlipperSession open(ScriptedFlipper flipper) {
        return FlipperSession.open(flipper, PLACE, TIMING);
    }
}
