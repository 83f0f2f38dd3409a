package fobsmith.devices.pcsc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.devices.DeviceException;
import fobsmith.devices.Transport;
import fobsmith.firmware.usb.SmartCard;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Cards that let a real pcscd wait, which itself waits without end. */
@Timeout(30)
@ExtendWith(NeedsPcscd.class)
class SilentCardTest {
    private static final Duration LIMIT = Duration.ofMillis(400);
    private static final byte[] PING = {0, 1, 0, 0, 0};
    private static final byte[] ANSWER = {(byte) 0x90, 0};

    private final VirtualReader reader = new VirtualReader(LIMIT);
    private final CountDownLatch answers = new CountDownLatch(1);
    private volatile boolean isAsked;

    @AfterEach
    void close() {
        answers.countDown();
        reader.close();
    }

    /** Answers when it is told to, or after so long, whichever is first. */
    private SmartCard card(Duration patience) {
        return new SmartCard() {
            @Override
            public byte[] atr() {
                return HexFormat.of().parseHex("3b80800101");
            }

            @Override
            public void powerOn() {}

            @Override
            public void powerOff() {}

            @Override
            public byte[] exchange(byte[] apdu) {
                isAsked = true;
                try {
                    answers.await(patience.toMillis(), TimeUnit.MILLISECONDS);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                return ANSWER;
            }
        };
    }

    private static void goesSilent(Transport transport) {
        assertThatThrownBy(() -> transport.exchange(PING))
                .isInstanceOf(DeviceException.LinkLost.class)
                .hasMessage("%s has not answered within 400 ms", VirtualReader.PLACE);
        assertThatThrownBy(() -> transport.exchange(PING))
                .isInstanceOf(DeviceException.LinkLost.class)
                .hasMessageStartingWith(VirtualReader.PLACE + " is not spoken to any more: ");
    }

    /** Of this class's buses alone: no other of this JVM is open meanwhile. */
    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("pcsc"))
                .count();
    }

    @Test
    void areWaitedForAsLongAsIsSaidAndMakeWayForTheNext() {
        try (var _ = reader.insert(card(Duration.ofHours(1)))) {
            try (var transport = reader.port().open()) {
                goesSilent(transport);
            }
            // The service is spoken to while it waits for the card, which is not asked again meanwhile.
            assertThatThrownBy(reader.port()::open)
                    .isInstanceOfSatisfying(
                            DeviceException.Unavailable.class,
                            e -> assertThat(e.advice()).startsWith("plug in again"))
                    .hasMessage("%s is held up by a card that does not answer", VirtualReader.PLACE);
            VirtualReader.until(() -> threads() == 2);
        }
        reader.waitUntilEmpty();
        VirtualReader.until(() -> threads() == 1);
        try (var _ = reader.insert(card(Duration.ZERO));
                var transport = reader.port().open()) {
            assertThat(transport.exchange(PING)).isEqualTo(ANSWER);
        }
    }

    /** Java has one connection to the service: whoever asks for something else meanwhile is not answered either. */
    @Test
    void holdNobodyUpForLongerThanThatAndMayBeOpenedAgainOnceTheyHaveAnswered() throws Exception {
        try (var _ = reader.insert(card(Duration.ofHours(1)))) {
            try (var transport = reader.port().open()) {
                var exchange = Thread.ofPlatform().start(() -> goesSilent(transport));
                VirtualReader.until(() -> isAsked);
                assertThatThrownBy(reader.bus()::ports)
                        .isInstanceOf(DeviceException.Unavailable.class)
                        .hasMessage("the PC/SC service has not answered within 400 ms");
                exchange.join();
                assertThat(reader.bus().ports()).hasSize(1);
            }
            answers.countDown();
            VirtualReader.until(() -> threads() == 1);
            try (var transport = reader.port().open()) {
                assertThat(transport.exchange(PING)).isEqualTo(ANSWER);
            }
        }
    }

    /** Java makes a connection under a lock for all, and Java's own waiting for it has no limit. */
    @Test
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void andAServiceThatAnswersNobodyHoldNobodyUpForLongerThanThat() {
        try (var _ = reader.insert(card(Duration.ZERO))) {
            try (var _ = reader.pauseService()) {
                for (int i = 0; i < 6; i++) {
                    assertThatThrownBy(reader.bus()::ports)
                            .isInstanceOf(DeviceException.Unavailable.class)
                            .hasMessageStartingWith("the PC/SC service ");
                }
                assertThat(threads()).as("however often it is asked").isLessThanOrEqualTo(3);
            }
            VirtualReader.until(() -> threads() == 1);
            try (var transport = reader.port().open()) {
                assertThat(transport.exchange(PING)).isEqualTo(ANSWER);
            }
        }
    }

    /** Each exchange has the limit to itself. */
    @Test
    void areNotLostWhereTheyAreOnlySlow() {
        try (var _ = reader.insert(card(LIMIT.dividedBy(3)));
                var transport = reader.port().open()) {
            for (int i = 0; i < 4; i++) {
                assertThat(transport.exchange(PING)).isEqualTo(ANSWER);
            }
        }
    }
}
