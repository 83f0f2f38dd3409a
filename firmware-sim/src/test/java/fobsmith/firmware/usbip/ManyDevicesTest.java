package fobsmith.firmware.usbip;

import static fobsmith.firmware.usbip.Readers.POWERED_ON;
import static fobsmith.firmware.usbip.Readers.POWER_ON;
import static fobsmith.firmware.usbip.Readers.exchange;
import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.firmware.usb.TestCard;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManyDevicesTest {
    private static final int EXCHANGES = 300;

    private final UsbIpServer server = UsbIpServer.start(0);

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 8})
    void areDrivenAtOnce(int devices) throws Exception {
        var cards = new ArrayList<TestCard>();
        var together = new CyclicBarrier(devices);
        var tasks = new ArrayList<Callable<Void>>();
        for (int number = 1; number <= devices; number++) {
            var card = TestCard.ofT1();
            var busId = "1-" + number;
            var data = "%02x".formatted(number).repeat(number * 10);
            server.plug(busId, Readers.holding(card));
            cards.add(card);
            tasks.add(() -> drive(busId, data, together));
        }
        runAll(tasks);
        assertThat(cards).allSatisfy(card -> assertThat(card.events()).hasSize(1 + EXCHANGES));
        for (int i = 0; i < devices; i++) {
            var command = "00100000" + "%02x".formatted(i + 1).repeat((i + 1) * 10);
            assertThat(cards.get(i).events().stream().skip(1)).containsOnly(command);
        }
    }

    private Void drive(String busId, String data, CyclicBarrier together) throws Exception {
        try (var client = RawClient.importing(server, busId)) {
            exchange(client, 1, POWER_ON, POWERED_ON);
            together.await();
            for (int i = 0; i < EXCHANGES; i++) {
                exchange(client, 3 + 2 * i, Readers.echo(data), Readers.echoed(data));
            }
        }
        return null;
    }

    private static void runAll(List<Callable<Void>> tasks) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Void> done : threads.invokeAll(tasks)) {
                done.get();
            }
        }
    }

    @Test
    void areGivenToOneOfManyImportersEach() throws Exception {
        server.plug("1-1", Readers.holding(TestCard.ofT1()));
        var together = new CyclicBarrier(4);
        var tasks = new ArrayList<Callable<String>>();
        for (int i = 0; i < 4; i++) {
            tasks.add(() -> {
                try (var client = new RawClient(server)) {
                    together.await();
                    var reply = client.importDevice("1-1");
                    together.await();
                    return reply;
                }
            });
        }
        var replies = new ArrayList<String>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<String> reply : threads.invokeAll(tasks)) {
                replies.add(reply.get());
            }
        }
        assertThat(replies)
                .containsExactlyInAnyOrder(
                        "0111000300000000", "0111000300000002", "0111000300000002", "0111000300000002");
    }
}
