package fobsmith.firmware.nitrokey;

import java.time.Duration;

/** How long a token takes until the answer to a report can be read. */
public sealed interface Pace {
    Pace AT_ONCE = new Reads(0);
    Pace NEVER = new Reads(Integer.MAX_VALUE);

    /** Whoever reads finds it not ready so many times. */
    record Reads(int times) implements Pace {
        public Reads {
            if (times < 0) {
                throw new IllegalArgumentException("%d reads are less than none".formatted(times));
            }
        }
    }

    /** It is not ready for so long, by real time. */
    record Time(Duration time) implements Pace {
        public Time {
            if (time.isNegative()) {
                throw new IllegalArgumentException("time %s is less than none".formatted(time));
            }
        }
    }
}
