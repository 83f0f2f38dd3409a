package fobsmith.registry;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * What came of one message of a station.
 *
 * @param sequence which one
 * @param applied whether the registry did as it was told
 * @param reason why not; null where it did
 */
public record StationAnswer(
        long sequence, String id, boolean applied, @Nullable String reason) {
    public StationAnswer {
        requireNonNull(id, "no id");
    }

    static StationAnswer of(Row row) {
        return new StationAnswer(row.number("sequence"), row.text("id"), row.flag("applied"), row.textOrNull("reason"));
    }
}
