package fobsmith.registry;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Which token two codes are of. Stored before it is told. */
public sealed interface FindOutcome {

    /**
     * This one's, and consumed as by a check. A lost one stays lost until somebody says that it came back.
     *
     * @param owner whose it is or is reserved for
     */
    record Found(Token token, @Nullable User owner) implements FindOutcome {}

    /** Somebody used these codes before. */
    record Used() implements FindOutcome {}

    /** Nobody's within ten minutes of the time. */
    record NotFound() implements FindOutcome {}

    /** The search was given up; it counts as one that found nothing. */
    record GivenUp() implements FindOutcome {}

    /** Too many searches that found nothing: none is made until then. */
    record Paused(Instant until) implements FindOutcome {}
}
