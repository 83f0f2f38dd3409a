package fobsmith.firmware.ykoath;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;

/** The credentials in the order of their places; one that is put takes the first free place. */
final class Credentials {
    private final YubiKeyDescription description;
    private final Memory memory;

    Credentials(YubiKeyDescription description, Memory memory) {
        this.description = description;
        this.memory = memory;
    }

    void put(byte[] data) {
        try (var credential = PutOrder.parse(description, data)) {
            memory.keep(place(credential.id()), credential);
        }
    }

    private int place(byte[] id) {
        var old = find(id);
        Refusal.unless(old.isEmpty() || !description.has(Quirk.DUPLICATE_REFUSED), duplicate());
        return old.isPresent() ? old.getAsInt() : free().orElseThrow(() -> new Refusal(Refusal.FULL));
    }

    private int duplicate() {
        return description.has(Quirk.DUPLICATE_IS_6983) ? Refusal.BLOCKED : Refusal.CONDITIONS;
    }

    private OptionalInt free() {
        return places().filter(place -> read(place, _ -> true).isEmpty()).findFirst();
    }

    private OptionalInt find(byte[] id) {
        return places().filter(place -> read(place, one -> one.isCalled(id)).orElse(false))
                .findFirst();
    }

    private IntStream places() {
        return IntStream.range(0, description.credentials());
    }

    private <T> Optional<T> read(int place, Function<Credential, T> reading) {
        try (var credential = memory.credential(place).orElse(null)) {
            return Optional.ofNullable(credential).map(reading);
        }
    }

    void delete(byte[] data) {
        var reader = new TlvReader(data);
        var id = reader.next(Tag.NAME);
        reader.requireEnd();
        if (!description.has(Quirk.DELETING_NOTHING_SUCCEEDS) || find(id).isPresent()) {
            memory.remove(existing(id));
        }
    }

    /** Assumed: 6985 where another has the new id. */
    void rename(byte[] data) {
        var reader = new TlvReader(data);
        var oldId = reader.next(Tag.NAME);
        var newId = PutOrder.requireId(reader.next(Tag.NAME));
        reader.requireEnd();
        int place = existing(oldId);
        var other = find(newId);
        Refusal.unless(other.isEmpty() || other.getAsInt() == place, duplicate());
        change(place, credential -> credential.called(newId));
    }

    /** The place of the credential with this id. */
    int existing(byte[] id) {
        int missing = description.has(Quirk.MISSING_IS_6A82) ? Refusal.NOT_FOUND : Refusal.NO_SUCH_OBJECT;
        return find(id).orElseThrow(() -> new Refusal(missing));
    }

    void change(int place, Function<Credential, Credential> change) {
        try (var old = memory.credential(place).orElseThrow();
                var changed = change.apply(old)) {
            memory.keep(place, changed);
        }
    }

    /** Lends the credential of this place. */
    <T> T at(int place, Function<Credential, T> reading) {
        return read(place, reading).orElseThrow();
    }

    /** Lends every credential with its place. */
    void forEach(Consumer<Integer> work) {
        places().filter(place -> read(place, _ -> true).isPresent()).forEach(work::accept);
    }

    byte[] list() {
        var answer = new Tlvs();
        forEach(place -> at(place, one -> answer.add(Tag.LIST_ENTRY, one.type(), one.id())));
        return answer.bytes();
    }
}
