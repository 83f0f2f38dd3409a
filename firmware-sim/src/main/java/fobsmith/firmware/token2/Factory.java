package fobsmith.firmware.token2;

import fobsmith.firmware.flash.Flash;
import fobsmith.firmware.parts.ClockSetting;
import fobsmith.firmware.parts.Drift;
import fobsmith.firmware.parts.RefusedException;
import java.time.Instant;
import java.util.Arrays;

/** Makes fresh flash that of a token; leaves alone what was in use before. */
final class Factory {
    private Factory() {}

    /** @throws RefusedException where the flash is another token's */
    static Memory prepare(Flash flash, String serial, Drift drift, byte[] sm4Key, Instant now) {
        var memory = Memory.open(flash);
        var owner = memory.serial().orElse(serial);
        if (!owner.equals(serial)) {
            throw new RefusedException("the flash image is that of token %s, not of token %s".formatted(owner, serial));
        }
        if (memory.crystal().isEmpty()) {
            memory.keepSerial(owner);
            if (!Arrays.equals(sm4Key, CustomerKey.factory())) {
                memory.keepCustomerKey(sm4Key);
            }
            // Comes last: it says that the rest is there.
            memory.keepCrystal(ClockSetting.ofProduction(drift, now));
        }
        return memory;
    }
}
