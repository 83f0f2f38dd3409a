package fobsmith.devices.token2;

import static java.nio.charset.StandardCharsets.US_ASCII;

import fobsmith.devices.CredentialLock;
import fobsmith.devices.DeviceException;
import fobsmith.devices.Instruction;
import fobsmith.devices.LegibleCredential;
import fobsmith.devices.ReadableClock;
import fobsmith.devices.SeedProfiles;
import fobsmith.devices.TokenCredential;
import fobsmith.devices.TokenSession;
import fobsmith.devices.Transport;
import fobsmith.oath.OtpProfile;
import fobsmith.oath.Seed;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * A conversation with a Token2 Molto2 v2, as the vendor publishes its protocol (token2/molto2-tools, docs/MOLTO2-PROTOCOL.md). A
 * session whose link was lost is of no use any more: open another. One thread.
 */
public final class Molto2Session implements TokenSession, ReadableClock, SeedProfiles, CredentialLock {
    static final String MANUFACTURER = "Token2";
    static final String MODEL = "Molto2";

    private static final byte[] READ_INFO = Apdu.of(0x80, 0x41, 0x00, 0x00, 0x00);
    private static final int READ_BLOCK = 0x8041;
    private static final byte[] BLOCK_TAG = Apdu.of(0x70);
    private static final int DELETE = 0xe6;
    private static final int SET_CONFIG = 0xd4;
    private static final int SET_SEED = 0xc5;
    private static final int SET_TITLE = 0xd5;

    private final Molto2Card card;
    private final Molto2Lock lock;
    private final String serial;

    private Molto2Session(Molto2Card card) {
        this.card = card;
        this.lock = new Molto2Lock(card);
        this.serial = readInfo().serial();
    }

    /** Takes the transport over: it is closed with the session, or here where the token does not answer as it should. */
    public static Molto2Session open(Transport transport) {
        var card = new Molto2Card(transport);
        try {
            return new Molto2Session(card);
        } catch (RuntimeException e) {
            card.close();
            throw e;
        }
    }

    @Override
    public String manufacturer() {
        return MANUFACTURER;
    }

    @Override
    public String model() {
        return MODEL;
    }

    @Override
    public String serial() {
        return serial;
    }

    @Override
    public Instant readClock() {
        var info = readInfo();
        if (!info.serial().equals(serial)) {
            throw new DeviceException.LinkLost(
                    "Molto2 %s answers in the place of Molto2 %s".formatted(info.serial(), serial));
        }
        return info.clock();
    }

    private TokenInfo readInfo() {
        return TokenInfo.parse(card.ask("READ INFO", READ_INFO));
    }

    @Override
    public int profiles() {
        return Molto2Limits.PROFILES;
    }

    @Override
    public boolean carriesSeed(int profile) {
        Molto2Limits.requireProfile(profile);
        return PublicBlock.parse(card.ask("READ PROFILE", Apdu.withBody(READ_BLOCK, 0, profile, BLOCK_TAG)))
                .carriesSeed();
    }

    @Override
    public void requireFits(int profile, OtpProfile otp, int seedBytes, String title) {
        Molto2Limits.requireFits(profile, otp, seedBytes, title);
    }

    @Override
    public void erase(int profile) {
        Molto2Limits.requireProfile(profile);
        var status = card.order("DELETE", Apdu.of(0x80, DELETE, 0, profile, 0));
        if (status.value() != Refusals.NOTHING_THERE) {
            Refusals.requireDone("DELETE", status);
        }
        requireSeed(profile, false);
    }

    @Override
    public void write(int profile, OtpProfile.Totp otp, Seed seed, String title, InstantSource clock) {
        Molto2Limits.requireFits(profile, otp, seed.length(), title);
        requireNotAllZero(seed);
        lock.requireOpen();
        requireEmpty(profile);
        // CONFIG first: firmware that guards its clock erases a seed when the clock is set after it.
        set("CONFIG", SET_CONFIG, 1, profile, ConfigBody.of(otp, clock));
        set("SEED", SET_SEED, 1, profile, seed.use(lock::encrypt));
        set("TITLE", SET_TITLE, 0, profile, lock.encrypt(title.getBytes(US_ASCII)));
        requireSeed(profile, true);
    }

    /** To a Molto2 zeros mean that there is no seed. Looks at every byte, whatever it finds. */
    private static void requireNotAllZero(Seed seed) {
        int bits = seed.use(bytes -> {
            int all = 0;
            for (byte b : bytes) {
                all |= b;
            }
            return all;
        });
        if (bits == 0) {
            throw new DeviceException.Unsupported("a Molto2 takes a seed of zeros for none");
        }
    }

    private void requireEmpty(int profile) {
        if (carriesSeed(profile)) {
            throw new DeviceException.Refused(
                    "profile %d of Molto2 %s carries a seed, which is never overwritten".formatted(profile, serial),
                    "choose an empty profile, or erase this one first");
        }
    }

    private void requireSeed(int profile, boolean expected) {
        if (carriesSeed(profile) != expected) {
            throw new DeviceException.Malformed(
                    expected
                            ? "profile %d is still empty after its seed was taken".formatted(profile)
                            : "profile %d still carries a seed after it was deleted".formatted(profile));
        }
    }

    private void set(String command, int instruction, int first, int profile, byte[] body) {
        Refusals.requireDone(command, lock.order(command, instruction, first, profile, body));
    }

    @Override
    public boolean locked() {
        return true;
    }

    @Override
    public Optional<TokenCredential> factoryCredential() {
        return Optional.of(CustomerKey.factory());
    }

    @Override
    public TokenCredential randomCredential(SecureRandom randomness) {
        return LegibleCredential.random(randomness);
    }

    @Override
    public void unlock(TokenCredential credential) {
        lock.open(credential);
    }

    @Override
    public Optional<Instruction> changeCredential(TokenCredential next) {
        lock.tellNext(next);
        return Optional.of(Instruction.PRESS_UP_ARROW);
    }

    @Override
    public void close() {
        lock.close();
        card.close();
    }
}
