package fobsmith.devices.pcsc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import javax.smartcardio.ATR;
import javax.smartcardio.Card;
import javax.smartcardio.CardChannel;
import javax.smartcardio.CardException;
import org.junit.jupiter.api.Test;

/** A card that another program does not let go of. */
class HeldCardTest {
    private final List<String> told = new ArrayList<>();

    private final class Held extends Card {
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

    @Test
    void isNotLeftConnected() {
        assertThatThrownBy(() -> CardBus.alone(new Held())).hasMessage("held");
        assertThat(told).containsExactly("disconnect false");
    }
}
