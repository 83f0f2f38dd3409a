package fobsmith.firmware;

import fobsmith.firmware.parts.Token;
import fobsmith.firmware.parts.TokenState;
import fobsmith.firmware.token2.Molto2;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the control API does, by method and path; knows no HTTP library. Thread-safe. */
final class ControlRoutes {
    /** Path templates and their methods: the star is a serial, a fault or a profile. */
    private static final Map<String, String> METHODS = Map.ofEntries(
            Map.entry("/tokens", "GET, POST"),
            Map.entry("/tokens/*", "GET, DELETE"),
            Map.entry("/tokens/*/display", "GET"),
            Map.entry("/tokens/*/press", "POST"),
            Map.entry("/tokens/*/profiles/*/display", "GET"),
            Map.entry("/tokens/*/profiles/*/press", "POST"),
            Map.entry("/tokens/*/up-arrow", "POST"),
            Map.entry("/tokens/*/time", "PUT"),
            Map.entry("/tokens/*/drift", "PUT"),
            Map.entry("/tokens/*/faults", "GET, POST"),
            Map.entry("/tokens/*/faults/*", "DELETE"),
            Map.entry("/tokens/*/plug", "POST"),
            Map.entry("/tokens/*/unplug", "POST"));

    private static final double LONGEST_SHIFT = 1e10;

    private final Simulator simulator;
    private final Cables cables;

    ControlRoutes(Simulator simulator, Cables cables) {
        this.simulator = simulator;
        this.cables = cables;
    }

    Answer answer(Call call) {
        return switch (call.method() + " " + call.template()) {
            case "GET /tokens" -> Answer.ok(states());
            case "POST /tokens" -> add(call.json());
            case "GET /tokens/*" -> Answer.ok(state(token(call)));
            case "DELETE /tokens/*" -> remove(call.serial());
            case "GET /tokens/*/display" -> Answer.ok(token(call).display());
            case "POST /tokens/*/press" -> press(token(call));
            case "PUT /tokens/*/time" -> setTime(token(call), call.json());
            case "PUT /tokens/*/drift" -> setDrift(token(call), call.json());
            case "GET /tokens/*/faults" -> Answer.ok(faults(token(call)));
            case "POST /tokens/*/faults" -> fault(token(call), call.json());
            case "DELETE /tokens/*/faults/*" -> mend(token(call), call.fault());
            case "GET /tokens/*/profiles/*/display" -> Answer.ok(Fingers.display(token(call), call.number()));
            case "POST /tokens/*/profiles/*/press" -> Answer.ok(Fingers.choose(token(call), call.number()));
            case "POST /tokens/*/up-arrow" -> pressUpArrow(molto2(call));
            case "POST /tokens/*/plug" -> plug(call.serial());
            case "POST /tokens/*/unplug" -> unplug(call.serial());
            default -> nothingThere(call);
        };
    }

    private Token token(Call call) {
        return simulator.get(call.serial());
    }

    private Molto2 molto2(Call call) {
        return simulator.get(call.serial(), Molto2.class);
    }

    private TokenState state(Token token) {
        return cables.state(token);
    }

    private List<TokenState> states() {
        return simulator.tokens().stream().map(this::state).toList();
    }

    private Answer add(Json description) {
        var delivery = TokenReader.read(description, simulator.realTime());
        cables.add(delivery);
        return Answer.created(state(delivery.token()));
    }

    private Answer remove(String serial) {
        cables.remove(serial);
        return Answer.done();
    }

    private Answer plug(String serial) {
        cables.plug(serial);
        return Answer.done();
    }

    private Answer unplug(String serial) {
        cables.unplug(serial);
        return Answer.done();
    }

    private Answer pressUpArrow(Molto2 token) {
        token.pressUpArrow();
        return Answer.ok(state(token));
    }

    private static Answer press(Token token) {
        Fingers.press(token);
        return Answer.ok(token.display());
    }

    private Answer setTime(Token token, Json body) {
        body.requireOnly(Set.of("time", "shiftSeconds"));
        if (body.has("time") == body.has("shiftSeconds")) {
            throw new IllegalArgumentException("the request needs either time or shiftSeconds");
        }
        if (body.has("time")) {
            token.setTime(instant(body.text("time")));
        } else {
            token.shift(shift(body.number("shiftSeconds")));
        }
        return Answer.ok(state(token));
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

    private Answer setDrift(Token token, Json body) {
        token.setDrift(FobReader.drift(body));
        return Answer.ok(state(token));
    }

    private ActiveFaults faults(Token token) {
        return ActiveFaults.of(token.state().faults(), cables.linkSetting(token.serial()));
    }

    private Answer fault(Token token, Json body) {
        FaultBody.link(body)
                .ifPresentOrElse(
                        setting -> cables.faults(token.serial()).on(setting),
                        () -> token.fault(FaultBody.token(body.text("fault"))));
        return Answer.ok(state(token));
    }

    private Answer mend(Token token, String fault) {
        FaultBody.link(fault)
                .ifPresentOrElse(
                        known -> cables.faults(token.serial()).off(known), () -> token.mend(FaultBody.token(fault)));
        return Answer.ok(state(token));
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
