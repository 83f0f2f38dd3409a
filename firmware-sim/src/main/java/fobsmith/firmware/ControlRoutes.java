package fobsmith.firmware;

import fobsmith.firmware.fob.DisplayFob;
import fobsmith.firmware.fob.FobState;
import fobsmith.firmware.parts.Fault;
import fobsmith.firmware.parts.RefusedException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the control API does, by method and path; knows no HTTP library. Thread-safe. */
final class ControlRoutes {
    /** Path templates and their methods: the star is a serial or a fault. */
    private static final Map<String, String> METHODS = Map.ofEntries(
            Map.entry("/tokens", "GET, POST"),
            Map.entry("/tokens/*", "GET, DELETE"),
            Map.entry("/tokens/*/display", "GET"),
            Map.entry("/tokens/*/press", "POST"),
            Map.entry("/tokens/*/time", "PUT"),
            Map.entry("/tokens/*/drift", "PUT"),
            Map.entry("/tokens/*/faults", "POST"),
            Map.entry("/tokens/*/faults/*", "DELETE"),
            Map.entry("/tokens/*/plug", "POST"),
            Map.entry("/tokens/*/unplug", "POST"));

    private static final double LONGEST_SHIFT = 1e10;

    private final Simulator simulator;

    ControlRoutes(Simulator simulator) {
        this.simulator = simulator;
    }

    Answer answer(Call call) {
        return switch (call.method() + " " + call.template()) {
            case "GET /tokens" -> Answer.ok(states());
            case "POST /tokens" -> add(call.json());
            case "GET /tokens/*" -> Answer.ok(fob(call).state());
            case "DELETE /tokens/*" -> remove(call.serial());
            case "GET /tokens/*/display" -> Answer.ok(fob(call).display());
            case "POST /tokens/*/press" -> press(fob(call));
            case "PUT /tokens/*/time" -> setTime(fob(call), call.json());
            case "PUT /tokens/*/drift" -> setDrift(fob(call), call.json());
            case "POST /tokens/*/faults" -> fault(fob(call), call.json());
            case "DELETE /tokens/*/faults/*" -> mend(fob(call), call.fault());
            case "POST /tokens/*/plug", "POST /tokens/*/unplug" -> refusePlug(fob(call));
            default -> nothingThere(call);
        };
    }

    private DisplayFob fob(Call call) {
        return simulator.get(call.serial());
    }

    private List<FobState> states() {
        return simulator.tokens().stream().map(DisplayFob::state).toList();
    }

    private Answer add(Json description) {
        var fob = FobReader.read(description, simulator.realTime());
        var state = fob.state();
        simulator.addAll(List.of(fob));
        return Answer.created(state);
    }

    private Answer remove(String serial) {
        simulator.remove(serial);
        return Answer.done();
    }

    private static Answer press(DisplayFob fob) {
        fob.press();
        return Answer.ok(fob.display());
    }

    private static Answer setTime(DisplayFob fob, Json body) {
        body.requireOnly(Set.of("time", "shiftSeconds"));
        if (body.has("time") == body.has("shiftSeconds")) {
            throw new IllegalArgumentException("the request needs either time or shiftSeconds");
        }
        if (body.has("time")) {
            fob.setTime(instant(body.text("time")));
        } else {
            fob.shift(shift(body.number("shiftSeconds")));
        }
        return Answer.ok(fob.state());
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "time \"%s\" is not an instant like 2026-01-31T12:00:00Z".formatted(text), e);
        }
    }

    private static Duration shift(double seconds) {
        if (!(Math.abs(seconds) <= LONGEST_SHIFT)) {
            throw new IllegalArgumentException("shiftSeconds %s is too much".formatted(seconds));
        }
        return Duration.ofMillis(Math.round(seconds * 1000));
    }

    private static Answer setDrift(DisplayFob fob, Json body) {
        fob.setDrift(FobReader.drift(body));
        return Answer.ok(fob.state());
    }

    private static Answer fault(DisplayFob fob, Json body) {
        body.requireOnly(Set.of("fault"));
        fob.fault(body.constant("fault", Fault.class));
        return Answer.ok(fob.state());
    }

    private static Answer mend(DisplayFob fob, String fault) {
        fob.mend(Json.constant("fault", fault, Fault.class));
        return Answer.ok(fob.state());
    }

    private static Answer refusePlug(DisplayFob fob) {
        throw new RefusedException("token %s is a display-only fob and has no plug".formatted(fob.serial()));
    }

    private static Answer nothingThere(Call call) {
        var methods = METHODS.get(call.template());
        if (methods == null) {
            return Answer.error(404, "nothing is at %s".formatted(call.path()));
        }
        return Answer.error(
                405, "%s is not possible at %s (possible is %s)".formatted(call.method(), call.path(), methods));
    }
}
