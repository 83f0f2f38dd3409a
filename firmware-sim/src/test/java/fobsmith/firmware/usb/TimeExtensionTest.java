package fobsmith.firmware.usb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** bmCommandStatus 2, CCID 1.10 section 6.2.6: the card takes its time, as a key does that waits to be touched. */
class TimeExtensionTest {
    private static final String COMMAND = "6f 04000000 00 05 00 0000 00100000";
    private static final String MORE_TIME = "80000000000005800100";
    private static final String ANSWER = "80020000000005000000" + "9000";

    private final BusyCard card = new BusyCard();
    private final CcidReader reader = new CcidReader(
            new ReaderIdentity(0x1209, 0x0a7b, 0x0102, "Maker", "Reader", ""),
            ExchangeLevel.EXTENDED_APDU,
            card,
            Duration.ofMillis(1));
    private final Host host = new Host(reader);

    @BeforeEach
    void begin() {
        host.powerOn();
        assertThat(host.bulk(COMMAND)).isEqualTo(MORE_TIME);
    }

    @AfterEach
    void letGo() {
        card.finish();
    }

    private String awaitNext() {
        var next = new ArrayList<String>();
        await().until(() -> {
            next.add(host.next());
            return !next.getLast().isEmpty();
        });
        return next.getLast();
    }

    /** All that comes, up to what asks for no more time. */
    private List<String> untilTheAnswer() {
        var answers = new ArrayList<>(List.of(awaitNext()));
        while (answers.getLast().startsWith("800000000000058")) {
            answers.add(awaitNext());
        }
        return answers;
    }

    @Test
    void isAskedForUntilTheCardIsDone() {
        assertThat(awaitNext()).isEqualTo(MORE_TIME);
        assertThat(awaitNext()).isEqualTo(MORE_TIME);
        card.finish();
        assertThat(untilTheAnswer()).endsWith(ANSWER);
        assertThat(host.bulk("65 00000000 00 06 000000")).isEqualTo("81000000000006000000");
    }

    @Test
    void waitsToBeReadOneByOne() {
        var told = new AtomicInteger();
        reader.onReady(() -> told.incrementAndGet());
        await().until(() -> told.get() > 5);
        card.finish();
        // One was waiting, one may have been on its way.
        assertThat(untilTheAnswer()).hasSizeBetween(2, 3).endsWith(ANSWER);
    }

    @Test
    void refusesOtherMessagesMeanwhile() {
        reader.out(CcidReader.BULK_OUT, Hex.bytes("65 00000000 00 06 000000"));
        assertThat(host.all()).contains("8100000000000640e000");
        reader.out(CcidReader.BULK_OUT, Hex.bytes(COMMAND));
        assertThat(host.all()).contains("8000000000000540e000");
        assertThat(card.commands()).isOne();
    }

    @Test
    void endsWithAnAbort() {
        host.control("21 01 0007 0000 0000");
        reader.out(CcidReader.BULK_OUT, Hex.bytes("72 00000000 00 07 000000"));
        assertThat(host.all()).containsExactly("81000000000007000000");
        card.finish();
        assertThat(host.bulk("65 00000000 00 08 000000")).isEqualTo("81000000000008000000");
        assertThat(host.all()).isEmpty();
    }

    @Test
    void endsWithAReset() {
        reader.reset();
        assertThat(host.all()).isEmpty();
        assertThat(host.bulk("65 00000000 00 01 000000")).isEqualTo("81000000000001010001");
    }

    @Test
    void endsWhereTheCardIsTakenOut() {
        reader.removeCard();
        card.finish();
        assertThat(untilTheAnswer()).endsWith("8000000000000542fe00");
    }
}
