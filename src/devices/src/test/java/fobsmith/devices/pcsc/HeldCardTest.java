package fobsmith.devices.pcsc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.devices.DeviceException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import javax.smartcardio.ATR;
import javax.smartcardio.Card;
import javax.smartcardio.CardChannel;
import javax.smartcardio.CardException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A card that another program does not let go of. */
@Timeout(20)
class HeldCardTest {
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final CountDownLatch letGo = new CountDownLatch(1);

    private final class Held extends Card {
        private final CountDownLatch heldUntil;

        Held(CountDownLatch heldUntil) {
            this.heldUntil = heldUntil;
        }

        @Override
        public ATR getATR() {
            return new ATR(new byte[] {0x3b, 0});
        }

        @Override
        public String getProtocol() {
            return "T=1";
        }

        @Override
        public CardChannel getBasicChannel() {
            throw new AssertionError("nobody speaks to it");
        }

        @Override
        public CardChannel openLogicalChannel() {
            throw new AssertionError("nobody speaks to it");
        }

        @Override
        public void beginExclusive() throws CardException {
            try {
                heldUntil.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            throw new CardException("held");
        }

        @Override
        public void endExclusive() {
            told.add("end");
        }

        @Override
        public byte[] transmitControlCommand(int code, byte[] command) {
            throw new AssertionError("nobody speaks to it");
        }

        @Override
        public void disconnect(boolean reset) {
            told.add("disconnect " + reset);
        }
    }

    private CardTransport transport(CountDownLatch heldUntil, CardThread thread) {
        return new CardTransport(new Held(heldUntil), "pcsc X", true, thread, _ -> {
            told.add("let go");
            letGo.countDown();
        });
    }

    @Test
    void isNotLeftConnected() {
        var thread = new CardThread(Duration.ofSeconds(10), () -> {});
        var transport = transport(new CountDownLatch(0), thread);
        assertThatThrownBy(transport::begin)
                .isInstanceOf(DeviceException.LinkLost.class)
                .hasMessage("pcsc X is gone (held)");
        assertThat(told).containsExactly("end", "disconnect false", "let go");
        thread.end(() -> {});
    }

    @Test
    void isNotWaitedForWithoutEndAndLetGoOfAfterwards() throws Exception {
        var heldUntil = new CountDownLatch(1);
        var thread = new CardThread(Duration.ofMillis(50), () -> {});
        var transport = transport(heldUntil, thread);
        assertThatThrownBy(transport::begin).isInstanceOf(TimeoutException.class);
        assertThat(thread.isSilent()).isTrue();
        assertThatThrownBy(() -> thread.ask(() -> told.add("asked"))).isInstanceOf(CardException.class);
        thread.end(transport::abandon);
        assertThat(told).isEmpty();
        heldUntil.countDown();
        letGo.await();
        assertThat(told).containsExactly("end", "disconnect false", "let go");
    }
}
