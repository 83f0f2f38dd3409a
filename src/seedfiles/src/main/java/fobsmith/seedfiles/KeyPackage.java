package fobsmith.seedfiles;

import fobsmith.oath.OtpProfile;
import fobsmith.oath.Seed;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/**
 * One key of a seed file with what the file says of its token. Owns the seed: whoever receives the package closes it.
 * Texts are empty where the file says nothing.
 */
public final class KeyPackage implements AutoCloseable {
    private final DeviceInfo device;
    private final KeyInfo key;
    private final Validity validity;
    private final Seed seed;

    KeyPackage(DeviceInfo device, KeyInfo key, Seed seed) {
        this.device = device;
        this.key = key;
        this.validity = device.validity().narrowedBy(key.policy().validity());
        this.seed = seed;
    }

    /** The serial as the file writes it, 1 to 64 printable characters; another key package may bear the same. */
    public String serial() {
        return device.serial();
    }

    public String manufacturer() {
        return device.manufacturer();
    }

    public String model() {
        return device.model();
    }

    public String issuer() {
        return key.issuer();
    }

    /** The user of the key, else of the device (RFC 6030 section 4.3.3). */
    public String userId() {
        return key.userId().isEmpty() ? device.userId() : key.userId();
    }

    public String keyId() {
        return key.id();
    }

    public OtpProfile profile() {
        return key.profile();
    }

    public Seed seed() {
        return seed;
    }

    /** Time steps, not seconds, by which the token's clock was seen to be ahead (RFC 6030 section 4.1, TimeDrift). */
    public OptionalInt timeDrift() {
        var steps = key.timeDrift();
        return steps == null ? OptionalInt.empty() : OptionalInt.of(steps);
    }

    /** The counter of the next code of a HOTP key, as the file knows it (RFC 6030 section 4.1, Counter). */
    public OptionalLong counter() {
        var next = key.counter();
        return next == null ? OptionalLong.empty() : OptionalLong.of(next);
    }

    /** Before it the key must not be used (RFC 6030 section 5); the later of the device's and the policy's. */
    public Optional<Instant> startDate() {
        return Optional.ofNullable(validity.start());
    }

    /** After it the key must not be used (RFC 6030 section 5); the earlier of the device's and the policy's. */
    public Optional<Instant> expiryDate() {
        return Optional.ofNullable(validity.expiry());
    }

    /** What the policy says the key is for, in the words of RFC 6030 section 5; empty where it sets no bounds, else with OTP. */
    public Set<String> usages() {
        return key.policy().usages();
    }

    /** How a PIN protects the key, if the file says so and the {@link ReadingTerms} let it pass. */
    public Optional<PinPolicy> pinPolicy() {
        return Optional.ofNullable(key.policy().pin());
    }

    /** The slot of the token that holds the key, where the key's id is written {@code serial:slot} as those of YubiKeys. */
    public OptionalInt slot() {
        var id = KeyId.of(key.id());
        return id.serial().equals(device.serial()) ? id.slot() : OptionalInt.empty();
    }

    @Override
    public void close() {
        seed.close();
    }

    @Override
    public String toString() {
        return "KeyPackage[%s, %s, %s]".formatted(device.serial(), key.profile(), seed);
    }
}
