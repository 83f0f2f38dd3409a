package fobsmith.devices;

import java.util.function.UnaryOperator;

/**
 * One request, one response, in bytes. Behaviour is added by wrapping, never by inheritance, and a simulated token is a
 * method reference. One thread at a time. Whoever opens it closes it; closing twice does nothing.
 */
@FunctionalInterface
public interface Transport extends AutoCloseable {
    /**
     * Sends the request and waits for its response.
     *
     * @throws DeviceException.LinkLost where the token was pulled out or does not answer
     * @throws DeviceException.Malformed where what came back breaks the rules of the link
     */
    byte[] exchange(byte[] request);

    default Transport with(UnaryOperator<Transport> layer) {
        return layer.apply(this);
    }

    @Override
    default void close() {}
}
