package fobsmith.firmware;

import fobsmith.firmware.link.LinkFault;
import fobsmith.firmware.link.LinkFaults;
import fobsmith.firmware.parts.Fault;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which fault a request names: one of the token itself, or one of its link with how often and how late. */
final class FaultBody {
    private static final Duration USUAL_DELAY = Duration.ofSeconds(1);
    private static final int MOST_TIMES = 1_000_000;

    private FaultBody() {}

    /** {@code {"fault":"GARBAGE","times":3}}; empty where the fault is the token's own. */
    static Optional<LinkFaults.Setting> link(Json body) {
        body.requireOnly(Set.of("fault", "times", "millis"));
        var named = link(body.text("fault"));
        if (named.isEmpty() && (body.has("times") || body.has("millis"))) {
            throw new IllegalArgumentException("times and millis are of faults of a link, such as GARBAGE");
        }
        return named.map(fault -> new LinkFaults.Setting(fault, times(body), delay(body)));
    }

    private static long times(Json body) {
        return body.has("times") ? Math.min(body.whole("times"), MOST_TIMES) : LinkFaults.UNTIL_MENDED;
    }

    private static Duration delay(Json body) {
        return body.has("millis") ? Duration.ofMillis(body.whole("millis")) : USUAL_DELAY;
    }

    /** Empty where no fault of a link is called so. */
    static Optional<LinkFault> link(String name) {
        return Stream.of(LinkFault.values())
                .filter(fault -> fault.name().equals(name))
                .findFirst();
    }

    static Fault token(String name) {
        return Stream.of(Fault.values())
                .filter(fault -> fault.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("unknown fault \"%s\" (known are %s)".formatted(name, known())));
    }

    private static String known() {
        return Stream.concat(Stream.of(Fault.values()), Stream.of(LinkFault.values()))
                .map(Enum::name)
                .collect(Collectors.joining(", "));
    }
}
