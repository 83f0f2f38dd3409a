package fobsmith.devices.nitrokey;

import fobsmith.devices.DeviceException;
import fobsmith.devices.hid.FeatureReports;
import java.time.Duration;
import java.util.function.Function;

/**
 * Requests and their answers. The token has one report for answers and overwrites it when it is done, so it is read until it
 * is intact and repeats the CRC of the request. A request that arrives while the token is busy is dropped in silence. A link
 * that was lost once stays lost, since nobody knows what is plugged in now. One thread; closing it closes the reports.
 */
final class ReportPipe implements AutoCloseable {
    private final FeatureReports reports;
    private final String place;
    private final NitrokeyTiming timing;
    private boolean lost;

    /** The place is that of the reports, for whoever has to find the token that fell silent. */
    ReportPipe(FeatureReports reports, String place, NitrokeyTiming timing) {
        this.reports = reports;
        this.place = place;
        this.timing = timing;
    }

    /** Gives an order that has to be done, wipes it, and reads from its answer what is wanted. */
    <T> T ask(Request request, Function<Response, T> wanted) {
        return ask(request, wanted, outcome -> outcome.refusal(request.command()));
    }

    /** As {@link #ask(Request, Function)}, with words of the caller's own where it is not done. */
    <T> T ask(Request request, Function<Response, T> wanted, Function<Outcome, DeviceException> refusal) {
        try (var response = exchange(request)) {
            var outcome = Outcome.of(request.command(), response.status());
            if (outcome != Outcome.OK) {
                throw refusal.apply(outcome);
            }
            return wanted.apply(response);
        }
    }

    /** Gives an order that has to be done, and wipes it. */
    void order(Request request) {
        ask(request, Response::status);
    }

    /** Gives an order, wipes it, and tells what came of it. */
    Outcome outcome(Request request) {
        try (var response = exchange(request)) {
            return Outcome.of(request.command(), response.status());
        }
    }

    void requireLink() {
        if (lost) {
            throw new DeviceException.LinkLost("the link to the token on %s was lost before".formatted(place));
        }
    }

    private Response exchange(Request request) {
        requireLink();
        try (request) {
            waitUntilReady(request.command());
            reports.set(request.report());
            return answer(request);
        } catch (DeviceException.LinkLost e) {
            lost = true;
            throw e;
        }
    }

    /** A request that arrives while the token is busy, as with what another program has asked, would be dropped in silence. */
    private void waitUntilReady(Command command) {
        for (int read = 1; read <= timing.reads(); read++) {
            try (var standing = new Response(reports.get())) {
                if (!standing.isBusy()) {
                    return;
                }
            }
            pause(timing.next());
        }
        throw new DeviceException.LinkLost("the token on %s was too busy for %s for %d ms"
                .formatted(
                        place,
                        command,
                        timing.next().multipliedBy(timing.reads()).toMillis()));
    }

    private Response answer(Request request) {
        pause(timing.first());
        var standing = Response.Standing.NOT_YET;
        for (int read = 1; read <= timing.reads(); read++) {
            var response = new Response(reports.get());
            standing = response.to(request);
            if (standing == Response.Standing.ANSWER) {
                return response;
            }
            response.close();
            if (read < timing.reads()) {
                pause(timing.next());
            }
        }
        throw unanswered(request.command(), standing);
    }

    private DeviceException unanswered(Command command, Response.Standing standing) {
        long limit = timing.total().toMillis();
        return switch (standing) {
            // One to another request means that this one was dropped.
            case ANSWER, NOT_YET, OF_ANOTHER_REQUEST ->
                new DeviceException.LinkLost(
                        "the token on %s has not answered %s within %d ms".formatted(place, command, limit));
            case DEVICE_ERROR ->
                new DeviceException.Malformed("the token reports an error of its own after " + command);
            case DAMAGED -> new DeviceException.Malformed("the answer to %s has a wrong checksum".formatted(command));
        };
    }

    private static void pause(Duration duration) {
        if (duration.isZero()) {
            // Sleeping for no time gives the processor away all the same.
            return;
        }
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DeviceException.LinkLost("interrupted while waiting for the token", e);
        }
    }

    @Override
    public void close() {
        lost = true;
        reports.close();
    }
}
