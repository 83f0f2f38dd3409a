package fobsmith.firmware.flash;

import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.firmware.usb.PowerLost;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Power fails at every operation of every change, then at every operation of the recovery from it: afterwards there is what
 * was before or what was to be, and the store takes the change when it comes again.
 */
class PowerLossTest {
    private static final int KEYS = 6;
    private static final int CLEAN = 0;
    private static final int TEARS = 4;

    /** Words left in a page of headers and five values. */
    private static final int FREE = Flash.PAGE_WORDS - 2 - Entry.words(20) - 4 * Entry.words(24);

    /** Words of the values that are put. */
    private static final int ROOM = Entry.words(30);

    private static final byte[] SOLID = new byte[61];

    static {
        Arrays.fill(SOLID, (byte) -1);
    }

    /** What is done to a store in whose page so many words are free. */
    record Change(String name, int free, Consumer<FlashStore> work) {
        Flash prepared() {
            var flash = Flash.inMemory();
            var store = FlashStore.open(flash);
            for (int key = 0; key < KEYS - 1; key++) {
                store.put(key, value(key, 20 + key));
            }
            // The page at the end of the flash: whoever reads beyond it, falls off.
            store.retain(_ -> true);
            for (int left = FREE; left > free; left -= Entry.words(8)) {
                store.put(0, value(0, 8));
            }
            return flash;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Change> changes() {
        return Stream.of(
                new Change("a first value", FREE, store -> store.put(5, value(9, 40))),
                new Change("a next value", FREE, store -> store.put(1, value(8, 30))),
                new Change("a value that looks erased", FREE, store -> store.put(1, SOLID)),
                new Change("a value that fills the page", ROOM, store -> store.put(1, value(8, 30))),
                new Change("a removal", FREE, store -> store.remove(2)),
                new Change("a selection", FREE, store -> store.retain(key -> key == 1)),
                new Change("a value that needs the other page", ROOM - 1, store -> store.put(1, value(8, 30))));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void isAsBeforeOrAsAfter(Change change) {
        var flash = change.prepared();
        var before = values(FlashStore.open(flash));
        long start = flash.operations();
        change.work.accept(FlashStore.open(flash));
        var after = values(FlashStore.open(flash));
        assertThat(after).isNotEqualTo(before);
        long operations = flash.operations() - start;
        assertThat(operations).isPositive();
        int cuts = 0;
        for (long cut = 0; cut < operations; cut++) {
            for (int tear = CLEAN; tear <= TEARS; tear++) {
                cuts += cutAt(change, cut, tear, before, after);
            }
        }
        assertThat(cuts).isGreaterThanOrEqualTo((int) ((1 + TEARS) * operations));
    }

    /** How many cuts were made: one in the change, and all in the recovery from it. */
    private static int cutAt(Change change, long cut, int tear, String before, String after) {
        int recovery = 0;
        while (true) {
            var flash = change.prepared();
            arm(flash, cut, tear);
            assertThat(interrupted(() -> change.work.accept(FlashStore.open(flash))))
                    .isTrue();
            flash.powerOn();
            arm(flash, recovery, tear);
            boolean again = interrupted(() -> FlashStore.open(flash));
            flash.powerOn();
            flash.callOffPowerCut();
            var store = FlashStore.open(flash);
            assertThat(values(store)).isIn(before, after);
            change.work.accept(store);
            assertThat(values(store)).isEqualTo(after);
            assertThat(values(FlashStore.open(flash))).isEqualTo(after);
            recovery++;
            if (!again) {
                return recovery;
            }
        }
    }

    private static void arm(Flash flash, long operation, int tear) {
        if (tear == CLEAN) {
            flash.cutPowerBefore(operation);
        } else {
            flash.cutPowerWithin(operation, new SplittableRandom(operation * TEARS + tear));
        }
    }

    private static boolean interrupted(Runnable work) {
        try {
            work.run();
            return false;
        } catch (PowerLost e) {
            return true;
        }
    }

    private static String values(FlashStore store) {
        return IntStream.range(0, KEYS)
                .mapToObj(store::get)
                .map(value -> value.map(Arrays::toString))
                .map(Optional::toString)
                .toList()
                .toString();
    }

    private static byte[] value(int seed, int length) {
        var value = new byte[length];
        new SplittableRandom(seed).nextBytes(value);
        return value;
    }
}
