package fobsmith.iam.service;

import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.iam.wire.WireAnswer;
import fobsmith.iam.wire.WireRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What all clients together can cost the service by what they send. Nobody is hung up on here for being slow. */
class LargeBodiesTest {
    private static final int LARGE = (1 << 16) + 1;
    private static final int AT_ONCE = 8;

    private final Semaphore entered = new Semaphore(0);
    private final CountDownLatch open = new CountDownLatch(1);
    private HttpService service;

    @BeforeEach
    void start() {
        service = HttpService.start(0, this::answer, Duration.ofHours(1));
    }

    @AfterEach
    void stop() {
        open.countDown();
        service.close();
    }

    /** Large ones wait until the test opens. */
    private WireAnswer answer(WireRequest request) {
        if (request.body().length >= LARGE) {
            entered.release();
            try {
                open.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException("the service hung up", e);
            }
        }
        return WireAnswer.of(200, "id", "done");
    }

    private static String head(int length) {
        return "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Type: t\r\nContent-Length: " + length + "\r\n\r\n";
    }

    private static String request(int length) {
        return head(length) + "n".repeat(length);
    }

    @Test
    void refusesALargeBodyBeforeItIsSentWhereAsManyAreBeingDealtWith() throws Exception {
        var first = new ArrayList<RawClient>();
        for (int i = 0; i < AT_ONCE; i++) {
            first.add(RawClient.of(service).send(request(LARGE)));
        }
        entered.acquire(AT_ONCE);
        try (var late = RawClient.of(service)) {
            assertThat(late.send(head(LARGE)).answer())
                    .startsWith("HTTP/1.1 503 ")
                    .contains("<Type>Receiver</Type>", "<Code>ServiceUnavailable</Code>");
            // The connection stays good for whoever goes on: what he sends is dropped.
            late.send("n".repeat(LARGE)).send(request(LARGE - 1));
            assertThat(late.answer()).startsWith("HTTP/1.1 200");
            open.countDown();
            for (var client : first) {
                assertThat(client.answer()).startsWith("HTTP/1.1 200");
                client.close();
            }
            assertThat(late.send(request(LARGE)).answer()).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void hasRoomAgainOnceSendersOfLargeBodiesHaveHungUp() throws IOException {
        open.countDown();
        for (int i = 0; i < AT_ONCE; i++) {
            RawClient.of(service).send(head(LARGE) + "nnn").close();
        }
        Awaitility.await().pollInterval(Duration.ofMillis(20)).until(this::takesALargeBody);
    }

    private boolean takesALargeBody() throws IOException {
        try (var client = RawClient.of(service)) {
            return client.send(request(LARGE)).answer().startsWith("HTTP/1.1 200");
        }
    }
}
