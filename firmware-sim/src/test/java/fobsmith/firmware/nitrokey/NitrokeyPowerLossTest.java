package fobsmith.firmware.nitrokey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.firmware.HandTurnedClock;
import fobsmith.firmware.flash.Flash;
import fobsmith.firmware.usb.PowerLost;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Power fails before and within every flash operation of every command that has any: what the token keeps is all as it was or
 * all as it was to be, and the command can be given again.
 */
class NitrokeyPowerLossTest {
    private static final int CLEAN = 0;
    private static final int TEARS = 2;

    private final HandTurnedClock realTime = new HandTurnedClock(NitrokeyRig.NOON);

    record Work(String name, Consumer<Host> preparation, Consumer<Host> command) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Work> commands() {
        return Stream.of(
                new Work("a new slot", NitrokeyPowerLossTest::half, host -> host.write(0x20, 30, 1)),
                new Work("a slot over another", NitrokeyPowerLossTest::half, host -> host.write(0x10, 9, 1)),
                new Work("a slot erased", _ -> {}, host -> host.erase(0x10)),
                new Work("a code of HOTP", _ -> {}, host -> host.code(0x10)),
                new Work("a code verified", _ -> {}, host -> host.verify(359152)),
                new Work("the configuration", _ -> {}, host -> host.configure(2)),
                new Work("the time", _ -> {}, host -> host.setTime(1, NitrokeyRig.NOON.getEpochSecond())),
                new Work("a wrong PIN", _ -> {}, host -> host.authenticateUser("wrong!", "")),
                new Work("a right PIN", _ -> {}, host -> host.authenticateUser("123456", "")),
                new Work("a new PIN", _ -> {}, host -> host.pins(0x14, "123456", "654321")),
                new Work(
                        "a PIN unblocked", NitrokeyPowerLossTest::block, host -> host.pins(0x11, "12345678", "abcdef")),
                new Work("a factory reset", _ -> {}, host -> host.pins(0x13, "12345678", "")));
    }

    private static void half(Host host) {
        host.sendSecret(0, Host.SECRET);
        host.sendName("new");
    }

    private static void block(Host host) {
        for (int i = 0; i < 3; i++) {
            host.authenticateUser("wrong!", "");
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void isAsBeforeOrAsAfter(Work work) {
        var before = content(work, _ -> {});
        var after = content(work, work.command);
        long operations = operations(work);
        assertThat(operations).isPositive();
        for (long cut = 0; cut < operations; cut++) {
            for (int tear = CLEAN; tear <= TEARS; tear++) {
                assertWholeAfterCut(work, cut, tear, before, after);
            }
        }
    }

    private void assertWholeAfterCut(Work work, long cut, int tear, List<Object> before, List<Object> after) {
        try (var token = prepared(work)) {
            if (tear == CLEAN) {
                token.cutPowerBefore(cut);
            } else {
                token.cutPowerWithin(cut, new SplittableRandom(cut * TEARS + tear));
            }
            assertThatThrownBy(() -> work.command.accept(host(token))).isInstanceOf(PowerLost.class);
            assertThatThrownBy(token::get).isInstanceOf(PowerLost.class);
            token.powerOn();
            assertThat(content(token)).isIn(before, after);
            // a try may be lost, none is won
            assertThat(token.state().adminTriesLeft()).isIn(2, 3);
        }
    }

    private long operations(Work work) {
        try (var token = prepared(work)) {
            long operations = token.flashOperations();
            work.command.accept(host(token));
            return token.flashOperations() - operations;
        }
    }

    private List<Object> content(Work work, Consumer<Host> command) {
        try (var token = prepared(work)) {
            command.accept(host(token));
            return content(token);
        }
    }

    /** Slots, codes and configuration; whichever user PIN is right. Looking at it changes it. */
    private static List<Object> content(NitrokeyPro token) {
        var host = host(token);
        var slots = token.state().slots();
        host.send(new Host.Payload(0x00));
        var status = Arrays.toString(Arrays.copyOf(host.answer(), 11));
        boolean timeRefused = host.setTime(0, NitrokeyRig.NOON.getEpochSecond() - 60) == NitrokeyRig.TIMESTAMP_WARNING;
        host.code(0x10);
        int code = host.number();
        host.verify(359152);
        int ahead = host.answer()[1];
        return List.of(slots, status, timeRefused, code, ahead, rightUserPin(host));
    }

    private static String rightUserPin(Host host) {
        host.authenticate("12345678", "admin");
        return Stream.of("123456", "654321", "abcdef")
                .filter(pin -> host.authenticateUser(pin, "") == NitrokeyRig.OK)
                .findFirst()
                .orElse("blocked");
    }

    private static Host host(NitrokeyPro token) {
        return new Host(token);
    }

    private NitrokeyPro prepared(Work work) {
        var token = NitrokeyPro.of(NitrokeyRig.PLAIN, Flash.inMemory(), realTime, new SplittableRandom(1));
        token.powerOn();
        var host = host(token);
        host.authenticate();
        host.program(0x10, 0, 0);
        host.program(0x13, 0, 0);
        work.preparation.accept(host);
        return token;
    }
}
