package fobsmith.iam.service;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.concurrency.limits.Limit;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.ProtocolConfigs;
import io.helidon.webserver.http1.Http1Config;
import io.helidon.webserver.http1.Http1ConnectionProvider;
import io.helidon.webserver.spi.ServerConnection;
import io.helidon.webserver.spi.ServerConnectionSelector;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * HTTP/1.1 connections that can be hung up on at any moment. Helidon closes an idle connection only between two requests and
 * never one whose client sends a byte now and then; here the idle time-out is one for the whole request. The only selector of
 * its port, or Helidon waits without end for the bytes that tell protocols apart.
 */
final class ImpatientConnections implements ServerConnectionSelector {
    private final ServerConnectionSelector http1;
    private final Duration patience;

    ImpatientConnections(Http1Config config, Duration patience) {
        this.patience = patience;
        http1 = new Http1ConnectionProvider().create(config.name(), config, ProtocolConfigs.create(List.of()));
    }

    @Override
    public int bytesToIdentifyConnection() {
        return http1.bytesToIdentifyConnection();
    }

    @Override
    public Support supports(BufferData beginning) {
        return http1.supports(beginning);
    }

    @Override
    public Set<String> supportedApplicationProtocols() {
        return http1.supportedApplicationProtocols();
    }

    @Override
    public ServerConnection connection(ConnectionContext context) {
        return new Impatient(http1.connection(context), patience);
    }

    private record Impatient(ServerConnection connection, Duration patience) implements ServerConnection {
        @Override
        public void handle(Limit limit) throws InterruptedException {
            connection.handle(limit);
        }

        /** Since the last request began, or ended. */
        @Override
        public Duration idleTime() {
            return connection.idleTime();
        }

        /**
         * Interrupts the connection's thread, which closes its socket, whatever it waits for; but only if the time is over.
         * When the service ends, a request under way is answered first.
         */
        @Override
        public void close(boolean interrupt) {
            connection.close(interrupt || idleTime().compareTo(patience) > 0);
        }
    }
}
