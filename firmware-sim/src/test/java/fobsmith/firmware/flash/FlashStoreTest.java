package fobsmith.firmware.flash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.firmware.usb.PowerLost;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FlashStoreTest {
    private final Flash flash = Flash.inMemory();

    @Test
    void keepsTheLastValueOfEachKey() {
        var store = FlashStore.open(flash);
        store.put(0, bytes(1, 11));
        store.put(255, bytes(255, 12));
        store.put(0, bytes(4, 13));
        for (var same : new FlashStore[] {store, FlashStore.open(flash)}) {
            assertThat(same.get(0)).hasValue(bytes(4, 13));
            assertThat(same.get(255)).hasValue(bytes(255, 12));
            assertThat(same.get(1)).isEmpty();
        }
    }

    @Test
    void removesAValueForGood() {
        var store = FlashStore.open(flash);
        store.put(7, bytes(20, 1));
        store.remove(7);
        assertThat(store.get(7)).isEmpty();
        assertThat(FlashStore.open(flash).get(7)).isEmpty();
    }

    @Test
    void agreesWithAMapThroughManyPages() {
        var random = new Random(32);
        var model = new byte[20][];
        var store = FlashStore.open(flash);
        for (int i = 0; i < 2000; i++) {
            int key = random.nextInt(model.length);
            model[key] = random.nextInt(5) == 0 ? new byte[0] : bytes(1 + random.nextInt(255), i);
            if (model[key].length == 0) {
                store.remove(key);
            } else {
                store.put(key, model[key]);
            }
            store = i % 100 == 0 ? FlashStore.open(flash) : store;
        }
        for (int key = 0; key < model.length; key++) {
            assertThat(store.get(key).orElse(new byte[0])).isEqualTo(model[key]);
        }
    }

    @Test
    void overwritesWhatNoLongerCounts() {
        var store = FlashStore.open(flash);
        byte[] value = {0x5e, 0x5e, 0x5e, 0x5e};
        store.put(1, value);
        assertThat(holds(0x5e5e5e5e)).isTrue();
        store.put(1, bytes(4, 2));
        assertThat(holds(0x5e5e5e5e)).isFalse();
        store.put(1, value);
        store.remove(1);
        assertThat(holds(0x5e5e5e5e)).isFalse();
        store.put(1, value);
        store.retain(key -> key != 1);
        assertThat(holds(0x5e5e5e5e)).isFalse();
    }

    @Test
    void overwritesWhatALossOfPowerHasCutShort() {
        var store = FlashStore.open(flash);
        flash.cutPowerBefore(3);
        assertThatThrownBy(() -> store.put(1, new byte[] {0x5e, 0x5e, 0x5e, 0x5e, 1, 2, 3, 4, 5}))
                .isInstanceOf(PowerLost.class);
        flash.powerOn();
        assertThat(holds(0x5e5e5e5e)).isTrue();
        FlashStore.open(flash);
        assertThat(holds(0x5e5e5e5e)).isFalse();
    }

    @Test
    void doesNotForgetWhatASelectionCutShortWasToRemove() {
        var store = FlashStore.open(flash);
        store.put(1, bytes(4, 1));
        store.put(2, bytes(4, 2));
        flash.cutPowerBefore(2);
        assertThatThrownBy(() -> store.retain(key -> key == 2)).isInstanceOf(PowerLost.class);
        assertThatThrownBy(() -> store.get(1)).isInstanceOf(PowerLost.class);
        assertThatThrownBy(() -> store.get(2)).isInstanceOf(PowerLost.class);
    }

    private boolean holds(int word) {
        for (int i = 0; i < Flash.WORDS; i++) {
            if (flash.read(i) == word) {
                return true;
            }
        }
        return false;
    }

    @Test
    void ignoresAnEntryWhoseBitsHaveRotted() {
        var store = FlashStore.open(flash);
        store.put(1, bytes(4, 1));
        store.put(1, new byte[] {-1, -1, -1, -1});
        int rotted = new Page(flash, 0).firstEntry() + Entry.words(4) + 1;
        assertThat(flash.read(rotted)).isEqualTo(-1);
        flash.program(rotted, ~1);
        assertThat(FlashStore.open(flash).get(1)).isEmpty();
    }

    @Test
    void doesNotEraseWhatIsNoStore() {
        flash.program(77, 0x12345678);
        assertThatThrownBy(() -> FlashStore.open(flash))
                .isInstanceOf(FlashException.class)
                .hasMessage("the flash image holds something else than a token's memory");
        assertThat(flash.read(77)).isEqualTo(0x12345678);
    }

    @Test
    void refusesValuesThatDoNotFit() {
        var store = FlashStore.open(flash);
        assertThatThrownBy(() -> store.put(1, new byte[0])).hasMessageContaining("0 bytes");
        assertThatThrownBy(() -> store.put(1, new byte[256])).hasMessageContaining("256 bytes");
    }

    @Test
    void saysThatItIsFullAndLosesNothing() {
        var store = FlashStore.open(flash);
        assertThatThrownBy(() -> {
                    for (int key = 0; key < 256; key++) {
                        store.put(key, bytes(255, key));
                    }
                })
                .isInstanceOf(FlashException.class)
                .hasMessage("the flash is full");
        assertThat(FlashStore.open(flash).get(100)).hasValue(bytes(255, 100));
    }

    private static byte[] bytes(int length, int seed) {
        var bytes = new byte[length];
        Arrays.fill(bytes, (byte) seed);
        new Random(seed).nextBytes(bytes);
        return bytes;
    }
}
