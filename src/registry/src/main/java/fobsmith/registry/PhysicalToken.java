package fobsmith.registry;

import org.jspecify.annotations.Nullable;

/**
 * A token on a cable, whatever number of seeds it carries: each of its profiles is a {@link Token} of its own.
 *
 * @param serial as the token tells it
 * @param triesLeft what it told after the last wrong credential; null where there was none since a right one
 */
public record PhysicalToken(
        String id,
        String manufacturer,
        String model,
        String serial,
        @Nullable Integer triesLeft) {

    static PhysicalToken of(Row row) {
        return new PhysicalToken(
                row.text("id"),
                row.text("manufacturer"),
                row.text("model"),
                row.text("serial"),
                row.integerOrNull("tries_left"));
    }
}
