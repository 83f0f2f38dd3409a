package fobsmith.iam.service;

import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.iam.wire.WireAnswer;
import fobsmith.iam.wire.WireRequest;
import java.io.IOException;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    private RawClient connect() throws IOException {
        return RawClient.of(service);
    }

    /** Sends each beginning on a connection of its own, then does something until the service has hung up on all of them. */
    private void hangsUpOn(List<String> beginnings, Predicate<RawClient> isHungUpOn) throws IOException {
        var clients = new ArrayList<RawClient>();
        for (var beginning : beginnings) {
            clients.add(connect().send(beginning));
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> clients.removeIf(isHungUpOn) && clients.isEmpty());
        assertThat(handled).hasValue(0);
    }

    @Test
    void hangsUpOnWhoeverStopsInTheMiddle() throws IOException {
        var beginnings = List.of("", "PO", "POST / HTTP/1.1\r\nHost: loc", FORM + "Content-Length: 5\r\n\r\nab");
        hangsUpOn(beginnings, client -> !client.rest().contains("200"));
    }

    @Test
    void hangsUpOnWhoeverSendsAByteNowAndThen() throws IOException {
        hangsUpOn(
                List.of("GET /", "POST / HTTP/1.1\r\nHost: loc", FORM + "Content-Length: 50000\r\n\r\n"),
                RawClient::isHungUpOn);
    }

    @Test
    void hangsUpOnAConnectionThatIsNoLongerUsed() throws IOException {
        try (var client = connect()) {
            client.send(FORM + "Content-Length: 1\r\n\r\na");
            assertThat(client.rest()).startsWith("HTTP/1.1 200").endsWith("done");
        }
        assertThat(handled).hasValue(1);
    }

    @Test
    void takesHeadersOf15KibibytesButNotOf17() throws IOException {
        var header = "X-Note: " + "n".repeat(15 * 1024) + "\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";
        try (var client = connect()) {
            client.send(FORM + header);
            assertThat(client.rest()).startsWith("HTTP/1.1 200");
        }
        try (var client = connect()) {
            client.send(FORM + "X-More: " + "m".repeat(2 * 1024) + "\r\n" + header);
            assertThat(client.rest()).startsWith("HTTP/1.1 4");
        }
        assertThat(handled).hasValue(1);
    }

    @Test
    void takesAUrlOf15KibibytesButNotOf17() throws IOException {
        for (int size : new int[] {15, 17}) {
            try (var client = connect()) {
                client.send("GET /?" + "q".repeat(size * 1024)
                        + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
                assertThat(client.rest()).startsWith(size == 15 ? "HTTP/1.1 200" : "HTTP/1.1 4");
            }
        }
        assertThat(handled).hasValue(1);
    }

    /** The length of a chunk, its extension, and a trailer: of lines in a body no limit of the head knows. */
    @ParameterizedTest
    @ValueSource(strings = {"", "5;", "0\r\nX: "})
    void readsNoEndlessLineOfABody(String beginning) throws IOException {
        try (var client = connect()) {
            client.send(FORM + "Transfer-Encoding: chunked\r\n\r\n" + beginning);
            assertThat(mebibytesTaken(client)).isLessThan(32);
        }
        assertThat(handled).hasValue(0);
    }

    private static int mebibytesTaken(RawClient client) {
        var mebibyte = "0".repeat(1 << 20);
        for (int taken = 0; taken < 32; taken++) {
            try {
                client.send(mebibyte);
            } catch (IOException hungUp) {
                return taken;
            }
        }
        return 32;
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
        try (var client = RawClient.of(ending)) {
            client.send(FORM + "Content-Length: 0\r\n\r\n");
            entered.await();
            ending.close();
            assertThat(client.rest()).startsWith("HTTP/1.1 200").endsWith("done");
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
