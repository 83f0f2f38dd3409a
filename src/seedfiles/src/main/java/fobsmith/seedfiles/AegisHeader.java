package fobsmith.seedfiles;

import fobsmith.seedfiles.internal.WipedKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How a database of Aegis is encrypted: its nonce and tag, and for each password a slot with the master key. */
final class AegisHeader {
    private static final int MOST_SLOTS = 16;

    private final List<AegisSlot> slots = new ArrayList<>();
    private final GcmParameters database = new GcmParameters();

    void readField(String name, JsonCursor cursor) {
        if (name.equals("params") && cursor.atObject()) {
            cursor.eachField(field -> database.readField(field, cursor));
        }
        if (name.equals("slots") && cursor.atArray()) {
            int depth = cursor.depth();
            while (cursor.nextElement(depth)) {
                readSlot(cursor);
            }
        }
    }

    private void readSlot(JsonCursor cursor) {
        var slot = new AegisSlot();
        cursor.eachField(field -> slot.readField(field, cursor));
        slots.add(slot);
        if (slots.size() > MOST_SLOTS) {
            throw new SeedFileException.Malformed("the export has more than %d slots".formatted(MOST_SLOTS));
        }
    }

    GcmParameters database() {
        return database;
    }

    /** The key of the first slot that the password opens; slots of a phone's key store and of fingerprints stay closed. */
    WipedKey masterKey(char[] password) {
        return slots.stream()
                .filter(AegisSlot::isOfPassword)
                .map(slot -> slot.open(password))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(AppPassword::isWrong);
    }
}
