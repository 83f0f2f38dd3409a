package fobsmith.iam.service;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.buffers.DataReader;
import io.helidon.common.buffers.DataReader.InsufficientDataAvailableException;
import io.helidon.http.HeaderNames;
import io.helidon.http.Headers;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.http1.Http1ConnectionListener;

/**
 * Turns away, before any of it is read, a request whose body has no stated length: Helidon keeps a line between two chunks in
 * memory whole, however long it is. No client of AWS sends one. Thread-safe.
 */
final class Doorkeeper implements Http1ConnectionListener {
    private static final byte[] LENGTH_REQUIRED =
            "HTTP/1.1 411 Length Required\r\nConnection: close\r\nContent-Length: 0\r\n\r\n".getBytes(US_ASCII);

    private final int mostDropped;

    /** Drops as many bytes at most while a client is still sending what it was told not to. */
    Doorkeeper(int mostDropped) {
        this.mostDropped = mostDropped;
    }

    @Override
    public void headers(ConnectionContext connection, Headers headers) {
        if (headers.contains(HeaderNames.TRANSFER_ENCODING)) {
            connection.dataWriter().writeNow(BufferData.create(LENGTH_REQUIRED));
            awaitEnd(connection.dataReader());
            throw new CloseConnectionException("a request whose body has no stated length");
        }
    }

    /** Hung up on in the middle of its sending, a client's system may throw the answer away unread. */
    private void awaitEnd(DataReader reader) {
        try {
            for (int dropped = 0; dropped < mostDropped; ) {
                dropped += reader.readBuffer().available();
            }
        } catch (InsufficientDataAvailableException e) {
            // It has read the answer, and hung up itself.
        }
    }
}
