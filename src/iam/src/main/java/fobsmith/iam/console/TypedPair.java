package fobsmith.iam.console;

import fobsmith.registry.CodePair;
import java.time.Duration;
import java.time.Instant;

/**
 * Two codes with the moment at which the second one was complete: the desk knows how long they lay there before somebody
 * sent them.
 */
public record TypedPair(CodePair codes, Instant secondTyped) {
    /** Codes sent within this time of typing teach the drift they should. */
    private static final Duration IN_TIME = Duration.ofSeconds(30);

    Duration late(Instant sent) {
        var late = Duration.between(secondTyped, sent);
        return late.isNegative() ? Duration.ZERO : late;
    }

    static boolean isTooLate(Duration late) {
        return late.compareTo(IN_TIME) > 0;
    }
}
