package fobsmith.firmware;

import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads one entry of a fleet file's {@code many} that is of a model with a plug: so many tokens ({@code count}, 1 to 999) with
 * serials that count on from {@code firstSerial}, the model's usual one where it is not given. Whatever else it says is said of
 * each, as {@link TokenReader} reads it; {@code "drift":"random"} is each one's own.
 */
final class TwinBatchReader {
    private static final int MOST = 999;

    private TwinBatchReader() {}

    static void read(Json unnamed, InstantSource realTime, Consumer<Delivery> tokens) {
        var twin = Twins.of(unnamed.text("model"));
        var first = unnamed.has("firstSerial") ? unnamed.text("firstSerial") : twin.firstSerial();
        var batch = unnamed.called("the batch from " + first);
        int count = batch.whole("count");
        try {
            requirePossible(batch, count);
            var one = batch.without("firstSerial").without("count");
            for (int i = 0; i < count; i++) {
                tokens.accept(TokenReader.read(one.with("serial", twin.serials().after(first, i)), realTime));
            }
        } catch (Json.Complaint e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new Json.Complaint("the batch from %s: %s".formatted(first, e.getMessage()));
        }
    }

    private static void requirePossible(Json batch, int count) {
        if (count < 1 || count > MOST) {
            throw new IllegalArgumentException("count %d is not between 1 and %d".formatted(count, MOST));
        }
        for (var own : List.of("serial", "image", "name")) {
            if (batch.has(own)) {
                throw new IllegalArgumentException("tokens cannot share one %s".formatted(own));
            }
        }
        var outlet = OutletReader.read(batch);
        boolean shared = outlet instanceof Outlet.Pty || (outlet instanceof Outlet.TcpSerial(int port) && port != 0);
        if (count > 1 && shared) {
            throw new IllegalArgumentException("%d tokens cannot share one plug".formatted(count));
        }
    }
}
