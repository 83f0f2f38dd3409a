package fobsmith.iam.service;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.iam.wire.WireAnswer;
import fobsmith.iam.wire.WireRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What one client can cost the service by being slow or large, over a plain socket. */
class HttpLimitsTest {
    private static final Duration PATIENCE = Duration.ofMillis(400);
    private static final String FORM = "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\n";

    private final AtomicInteger handled = new AtomicInteger();
    private HttpService service;

    @BeforeEach
    void start() {
        service = HttpService.start(0, this::answer, PATIENCE);
    }

    private WireAnswer answer(WireRequest request) {
        handled.incrementAndGet();
        return WireAnswer.of(200, "id", "done");
    }

    @AfterEach
    void stop() {
        service.close();
    }

    private Socket connect() throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), service.port());
        socket.setSoTimeout(10_000);
        return socket;
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(US_ASCII));
    }

    /** All until the service hangs up. */
    private static String rest(Socket socket) {
        try {
            return new String(socket.getInputStream().readAllBytes(), US_ASCII);
        } catch (SocketTimeoutException e) {
            throw new AssertionError("the service does not hang up", e);
        } catch (IOException hungUp) {
            return "";
        }
    }

    /** Sends each beginning on a connection of its own, then does something until the service has hung up on all of them. */
    private void hangsUpOn(List<String> beginnings, Predicate<Socket> isHungUpOn) throws IOException {
        var sockets = new ArrayList<Socket>();
        for (var beginning : beginnings) {
            sockets.add(connect());
            send(sockets.getLast(), beginning);
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> sockets.removeIf(isHungUpOn) && sockets.isEmpty());
        assertThat(handled).hasValue(0);
    }

    @Test
    void hangsUpOnWhoeverStopsInTheMiddle() throws IOException {
        var beginnings = List.of("", "PO", "POST / HTTP/1.1\r\nHost: loc", FORM + "Content-Length: 5\r\n\r\nab");
        hangsUpOn(beginnings, socket -> !rest(socket).contains("200"));
    }

    @Test
    void hangsUpOnWhoeverSendsAByteNowAndThen() throws IOException {
        hangsUpOn(
                List.of("GET /", "POST / HTTP/1.1\r\nHost: loc", FORM + "Content-Length: 50000\r\n\r\n"),
                HttpLimitsTest::isHungUpOn);
    }

    private static boolean isHungUpOn(Socket socket) {
        try {
            send(socket, "a");
            return false;
        } catch (IOException hungUp) {
            return true;
        }
    }

    @Test
    void hangsUpOnAConnectionThatIsNoLongerUsed() throws IOException {
        try (var socket = connect()) {
            send(socket, FORM + "Content-Length: 1\r\n\r\na");
            assertThat(rest(socket)).startsWith("HTTP/1.1 200").endsWith("done");
        }
        assertThat(handled).hasValue(1);
    }

    @Test
    void takesHeadersOf15KibibytesButNotOf17() throws IOException {
        var header = "X-Note: " + "n".repeat(15 * 1024) + "\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";
        try (var socket = connect()) {
            send(socket, FORM + header);
            assertThat(rest(socket)).startsWith("HTTP/1.1 200");
        }
        try (var socket = connect()) {
            send(socket, FORM + "X-More: " + "m".repeat(2 * 1024) + "\r\n" + header);
            assertThat(rest(socket)).startsWith("HTTP/1.1 4");
        }
        assertThat(handled).hasValue(1);
    }

    @Test
    void takesAUrlOf15KibibytesButNotOf17() throws IOException {
        for (int size : new int[] {15, 17}) {
            try (var socket = connect()) {
                send(
                        socket,
                        "GET /?" + "q".repeat(size * 1024)
                                + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
                assertThat(rest(socket)).startsWith(size == 15 ? "HTTP/1.1 200" : "HTTP/1.1 4");
            }
        }
        assertThat(handled).hasValue(1);
    }

    /** An hour of patience, so that nothing but the end of the service could break it off. */
    @Test
    void aRequestUnderWayIsAnsweredBeforeTheServiceEnds() throws Exception {
        var entered = new CountDownLatch(1);
        var brokenOff = new AtomicBoolean();
        var ending = HttpService.start(
                0,
                request -> {
                    entered.countDown();
                    brokenOff.set(wasInterruptedWithin(Duration.ofMillis(300)));
                    return answer(request);
                },
                Duration.ofHours(1));
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), ending.port())) {
            socket.setSoTimeout(10_000);
            send(socket, FORM + "Content-Length: 0\r\n\r\n");
            entered.await();
            ending.close();
            assertThat(rest(socket)).startsWith("HTTP/1.1 200").endsWith("done");
        }
        assertThat(brokenOff).isFalse();
    }

    /** Stands for work that takes a while. */
    private static boolean wasInterruptedWithin(Duration work) {
        try {
            return new CountDownLatch(1).await(work.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return true;
        }
    }
}
