package fobsmith.firmware.token2;

import static fobsmith.firmware.token2.Assumption.BAD_CONFIG_CHANGES_TIMEOUT;
import static fobsmith.firmware.token2.Assumption.CONFIG_WIPES_SEED;
import static fobsmith.firmware.token2.Assumption.DELETE_NEEDS_SEED;
import static fobsmith.firmware.token2.Assumption.FACTORY_RESET_RESTORES_TRIES;
import static fobsmith.firmware.token2.Assumption.NEW_KEY_ENDS_AUTHENTICATION;
import static fobsmith.firmware.token2.Assumption.SEED_OVERWRITES;
import static fobsmith.firmware.token2.Assumption.SUCCESS_RESTORES_TRIES;
import static fobsmith.firmware.token2.Assumption.WAITS_THROUGH_COMMANDS;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a simulated Molto2 does where the published protocol leaves it open.
 *
 * @param held the assumptions that hold
 * @param tries assumed: wrong answers in a row until the token takes none any more, 1 to 255
 * @param confirmation assumed: how long the token waits for the up arrow, 1 second to an hour
 * @param longestTitle assumed: bytes of a title, beyond which it is refused with 6A80; 12 to 16
 */
public record Molto2Assumptions(Set<Assumption> held, int tries, Duration confirmation, int longestTitle) {
    private static final Duration LONGEST_CONFIRMATION = Duration.ofHours(1);

    /** What holds unless somebody says otherwise. */
    public static final Molto2Assumptions USUAL = new Molto2Assumptions(
            Set.of(
                    CONFIG_WIPES_SEED,
                    SEED_OVERWRITES,
                    DELETE_NEEDS_SEED,
                    SUCCESS_RESTORES_TRIES,
                    NEW_KEY_ENDS_AUTHENTICATION,
                    WAITS_THROUGH_COMMANDS,
                    FACTORY_RESET_RESTORES_TRIES,
                    BAD_CONFIG_CHANGES_TIMEOUT),
            10,
            Duration.ofMinutes(1),
            12);

    public Molto2Assumptions {
        held = Set.copyOf(held);
        requireBetween("tries", tries, 1, 255);
        requireBetween("longestTitle", longestTitle, 12, 16);
        if (!confirmation.isPositive() || confirmation.compareTo(LONGEST_CONFIRMATION) > 0) {
            throw new IllegalArgumentException("a token cannot wait for %s".formatted(confirmation));
        }
    }

    private static void requireBetween(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException("%s %d is not between %d and %d".formatted(name, value, least, most));
        }
    }

    public boolean hold(Assumption assumption) {
        return held.contains(assumption);
    }

    /** The same, but that this one holds or does not. */
    public Molto2Assumptions with(Assumption assumption, boolean holds) {
        var changed = EnumSet.noneOf(Assumption.class);
        changed.addAll(held);
        if (holds) {
            changed.add(assumption);
        } else {
            changed.remove(assumption);
        }
        return new Molto2Assumptions(changed, tries, confirmation, longestTitle);
    }

    public Molto2Assumptions withTries(int other) {
        return new Molto2Assumptions(held, other, confirmation, longestTitle);
    }

    public Molto2Assumptions withConfirmation(Duration other) {
        return new Molto2Assumptions(held, tries, other, longestTitle);
    }

    public Molto2Assumptions withLongestTitle(int other) {
        return new Molto2Assumptions(held, tries, confirmation, other);
    }
}
