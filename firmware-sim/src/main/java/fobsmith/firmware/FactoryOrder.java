package fobsmith.firmware;

import fobsmith.firmware.parts.RefusedException;
import fobsmith.firmware.parts.Token;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tokens fresh from the factory, without a fleet file.
 *
 * @param serial of the first; the others count on from it
 * @param images folder where each keeps its flash, in a file of its serial's name; null for tokens that forget
 * @param outlet what they are plugged into
 */
public record FactoryOrder(
        String model, String serial, int count, @Nullable Path images, Outlet outlet) {
    /** As many sockets as one USB bus has. */
    private static final int MOST = 999;

    public FactoryOrder {
        var twin = Twins.of(model);
        if (count < 1 || count > MOST) {
            throw new IllegalArgumentException("%d tokens are not between 1 and %d".formatted(count, MOST));
        }
        if (count > 1 && outlet instanceof Outlet.Pty) {
            throw new IllegalArgumentException("%d tokens cannot share one pseudo terminal".formatted(count));
        }
        if (count > 1 && outlet instanceof Outlet.TcpSerial(int port) && port != 0) {
            throw new IllegalArgumentException("%d tokens cannot share TCP port %d".formatted(count, port));
        }
        twin.serials().after(serial, count - 1);
    }

    /**
     * An order for tokens of a model, plugged into the USB/IP port.
     *
     * @throws IllegalArgumentException where there is no such model
     */
    public static FactoryOrder of(String model, Optional<String> serial, int count, Optional<Path> images) {
        return new FactoryOrder(
                model,
                serial.orElseGet(() -> Twins.of(model).firstSerial()),
                count,
                images.orElse(null),
                new Outlet.UsbIp());
    }

    /** The models there are to order. */
    public static List<String> models() {
        return Twins.ALL.stream().map(Twin::model).toList();
    }

    public FactoryOrder pluggedInto(Outlet other) {
        return new FactoryOrder(model, serial, count, images, other);
    }

    /**
     * The caller takes them over.
     *
     * @throws RefusedException where the model has no such serial, or an image cannot be used
     */
    List<Delivery> deliver(InstantSource realTime) {
        var delivered = new ArrayList<Token>();
        try {
            for (int i = 0; i < count; i++) {
                delivered.add(TokenReader.read(description(i), realTime).token());
            }
            return delivered.stream().map(token -> new Delivery(token, outlet)).toList();
        } catch (RuntimeException e) {
            delivered.forEach(Token::close);
            throw e instanceof Json.Complaint ? new RefusedException(String.valueOf(e.getMessage())) : e;
        }
    }

    private Json description(int index) {
        var number = Twins.of(model).serials().after(serial, index);
        var fields = new LinkedHashMap<String, String>();
        fields.put("model", model);
        fields.put("serial", number);
        if (images != null) {
            fields.put("image", images.resolve(number + ".flash").toString());
        }
        return Json.of("token " + number, fields);
    }
}
