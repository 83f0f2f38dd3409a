package fobsmith.firmware.token2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.firmware.HandTurnedClock;
import fobsmith.firmware.flash.FlashException;
import fobsmith.firmware.usb.PowerLost;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file of a token's flash fails while the token works. */
class Molto2BrokenImageTest {
    @TempDir
    Path folder;

    private final HandTurnedClock realTime = new HandTurnedClock(Content.NOON);
    private Path image = Path.of("");

    @BeforeEach
    void provisionWithAnotherKey() {
        image = folder.resolve("token.flash");
        try (var token = Content.token(image, realTime)) {
            var host = opened(token);
            host.config(0, Content.NOON.getEpochSecond());
            host.seed(0, "12345678901234567890");
            host.customerKey(Host.sm4Key("another"));
            token.pressUpArrow();
        }
    }

    private static Host opened(Molto2 token) {
        token.powerOn();
        var host = new Host(token);
        Content.open(host);
        return host;
    }

    /** A file is closed under an interrupted thread, and cannot be written from then on. */
    private static void assertFails(ThrowingCallable work) {
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(work)
                    .isInstanceOf(PowerLost.class)
                    .hasMessageContaining(Molto2Description.FIRST_SERIAL)
                    .hasCauseInstanceOf(FlashException.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void stopsATokenInTheMiddleOfAFactoryReset() {
        var before = Content.of(image);
        try (var token = Content.token(image, realTime)) {
            opened(token).send("8056000000");
            assertFails(token::pressUpArrow);
            assertThatThrownBy(token::powerOn).isInstanceOf(PowerLost.class);
            assertThatThrownBy(token::state).isInstanceOf(PowerLost.class);
        }
        assertThat(Content.of(image)).isEqualTo(before);
    }

    @Test
    void stopsATokenInTheMiddleOfACommand() {
        var before = Content.of(image);
        try (var token = Content.token(image, realTime)) {
            var host = opened(token);
            assertFails(() -> host.seed(0, "another seed"));
            assertThatThrownBy(host::info).isInstanceOf(PowerLost.class);
        }
        assertThat(Content.of(image)).isEqualTo(before);
    }
}
