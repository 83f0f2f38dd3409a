package fobsmith.firmware.vpcd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fobsmith.firmware.HandTurnedClock;
import fobsmith.firmware.flash.Flash;
import fobsmith.firmware.ykoath.Touch;
import fobsmith.firmware.ykoath.YubiKey;
import fobsmith.firmware.ykoath.YubiKeyDescription;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A token that is taken out of its reader while a command waits for somebody to touch it. */
class TakenOutTest {
    private static final String SELECT = "00a4040007a0000005272101";
    private static final String PUT = "0001000010 710161 7309 2106 01020304050607 7802";
    private static final String CALCULATE = "00a200010d 710161 7408 0000000000000001";

    private final YubiKey token = YubiKey.of(
            YubiKeyDescription.of("7").withTouch(Touch.BY_HAND).withPatience(Duration.ofMinutes(10)),
            Flash.inMemory(),
            new HandTurnedClock(Instant.EPOCH),
            new SplittableRandom(1));

    @Test
    @Timeout(30)
    void waitsNoLongerAndKeepsWhatItHas() throws IOException {
        try (var reader = new Reader()) {
            var slot = VpcdSlot.insert(token, reader.port());
            reader.take();
            reader.send("01");
            assertThat(reader.ask(SELECT)).endsWith("9000");
            assertThat(reader.ask(PUT)).isEqualTo("9000");
            reader.send(CALCULATE);
            await().until(() -> token.state().waitsForTouch());
            slot.close();
            assertThat(reader.receive()).isEqualTo("gone");
            assertThat(token.state().waitsForTouch()).isFalse();

            try (var _ = VpcdSlot.insert(token, reader.port())) {
                reader.take();
                reader.send("01");
                assertThat(reader.ask(SELECT)).endsWith("9000");
                reader.send(CALCULATE);
                await().until(() -> token.state().waitsForTouch());
                token.press();
                assertThat(reader.receive()).startsWith("760506").endsWith("9000");
            }
        }
        token.close();
    }
}
