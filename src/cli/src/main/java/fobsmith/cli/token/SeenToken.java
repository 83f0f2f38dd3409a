package fobsmith.cli.token;

import fobsmith.devices.Candidate;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A token on a link, as it is printed. */
record SeenToken(
        String place,
        String manufacturer,
        String model,
        @Nullable String serial,
        @Nullable Double clockSeconds,
        @Nullable String unusable,
        @Nullable String advice) {

    static SeenToken of(Candidate candidate) {
        return switch (candidate) {
            case Candidate.Usable(var place, var manufacturer, var model, var serial, var offset) ->
                new SeenToken(place, manufacturer, model, serial, seconds(offset), null, null);
            case Candidate.Unusable(var place, var manufacturer, var model, var reason, var advice) ->
                new SeenToken(place, manufacturer, model, null, null, reason, advice);
        };
    }

    private static @Nullable Double seconds(@Nullable Duration offset) {
        return offset == null ? null : offset.toMillis() / 1000.0;
    }

    String line() {
        var name = "%s %s".formatted(manufacturer, model);
        return unusable == null
                ? "%s %s at %s".formatted(name, serial, place)
                : "%s at %s cannot be used: %s; %s".formatted(name, place, unusable, advice);
    }

    List<String> cells() {
        return List.of(
                place,
                "%s %s".formatted(manufacturer, model),
                serial == null ? "-" : serial,
                clockSeconds == null ? "-" : "%+.0f s".formatted(clockSeconds),
                unusable == null ? "" : "%s; %s".formatted(unusable, advice));
    }
}
