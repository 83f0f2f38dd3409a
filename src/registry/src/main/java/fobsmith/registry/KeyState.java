package fobsmith.registry;

import java.time.Instant;
import java.util.List;

/**
 * Which keys a registry has, and what they are needed for; never the keys themselves.
 *
 * @param provider what wraps the data keys: {@code passphrase}, {@code key file}, {@code PKCS#11 token}
 * @param keys oldest first; more than one while a rotation is under way
 * @param uses by table and version
 */
public record KeyState(String provider, List<DataKey> keys, List<KeyUse> uses) {

    /** One data key. */
    public record DataKey(int version, Instant createdAt) {}

    /** Rows that wait to be sealed under the newest key. */
    public long waiting() {
        int newest = keys.getLast().version();
        return uses.stream()
                .filter(use -> use.version() < newest)
                .mapToLong(KeyUse::rows)
                .sum();
    }
}
