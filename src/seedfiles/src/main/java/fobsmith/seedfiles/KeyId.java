package fobsmith.seedfiles;

import java.util.OptionalInt;
import java.util.regex.Pattern;

/** The id of a key, which for YubiKeys is {@code serial:slot} (draft-josefsson-keyprov-pskc-yubikey-00). */
record KeyId(String serial, String slotDigits) {
    private static final Pattern WITH_SLOT = Pattern.compile("(.+):([0-9]{1,2})");

    static KeyId of(String id) {
        var parts = WITH_SLOT.matcher(id);
        return parts.matches() ? new KeyId(parts.group(1), parts.group(2)) : new KeyId(id, "");
    }

    OptionalInt slot() {
        return slotDigits.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(slotDigits));
    }
}
