package fobsmith.devices.token2;

import fobsmith.devices.DeviceException;
import fobsmith.devices.ReadableClock;
import fobsmith.devices.SeedProfiles;
import fobsmith.devices.TokenSession;
import fobsmith.devices.Transport;
import fobsmith.oath.OtpProfile;
import fobsmith.oath.Seed;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/**
 * A conversation with one of Token2's single-profile tokens, as their open firmware has it (token2/openT2OTP, token2.c). One thread.
 *
 * <p>The token never tells whether it carries a seed, and left the factory with one; so it counts as carrying one until it was erased
 * in this session.
 */
public final class SingleProfileSession implements TokenSession, ReadableClock, SeedProfiles {
    static final String MANUFACTURER = "Token2";
    static final String MODEL = "single-profile";

    private static final int SET_CONFIG = 0xd4;
    private static final int SET_SEED = 0xc5;
    private static final int FIRST = 1;
    private static final Duration HALF_A_SECOND = Duration.ofMillis(500);
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    /** Of a seed that nobody keeps; what IAM gives out. */
    private static final int DISCARDED_SEED = 20;

    private final SingleProfileCard card;
    private final SecureRandom chance;
    private final String serial;
    private final String product;
    private boolean erased;

    private SingleProfileSession(SingleProfileCard card, SecureRandom chance) {
        this.card = card;
        this.chance = chance;
        this.serial = serialOn(card);
        this.product = SingleProfileModels.of(serial).orElseThrow(() -> foreign("a serial number of no known kind"));
    }

    /**
     * Takes the transport over: it is closed with the session, or here where this fails.
     *
     * @param chance for seeds that nobody keeps
     * @throws DeviceException.Unsupported where the card is no such token
     */
    public static SingleProfileSession open(Transport transport, SecureRandom chance) {
        var card = new SingleProfileCard(transport);
        try {
            return new SingleProfileSession(card, chance);
        } catch (RuntimeException e) {
            card.close();
            throw e;
        }
    }

    private static String serialOn(SingleProfileCard card) {
        try {
            return card.readInfo().serial();
        } catch (DeviceException.Refused | DeviceException.Malformed e) {
            throw foreign("it does not tell a serial number");
        }
    }

    private static DeviceException foreign(String why) {
        return new DeviceException.Unsupported("the card in this reader is no token that fobsmith drives: " + why);
    }

    @Override
    public String manufacturer() {
        return MANUFACTURER;
    }

    @Override
    public String model() {
        return MODEL;
    }

    /** What the vendor sells it as: {@code OTPC-P2-i}. */
    public String product() {
        return product;
    }

    @Override
    public String serial() {
        return serial;
    }

    @Override
    public Instant readClock() {
        var info = card.readInfo();
        if (!info.serial().equals(serial)) {
            throw new DeviceException.LinkLost(
                    "token %s answers in the place of token %s".formatted(info.serial(), serial));
        }
        return info.clock();
    }

    @Override
    public int profiles() {
        return 1;
    }

    @Override
    public boolean carriesSeed(int profile) {
        SingleProfileLimits.requireProfile(profile);
        return !erased;
    }

    /** {@inheritDoc} The display has no room for a title, so any will do. */
    @Override
    public void requireFits(int profile, OtpProfile otp, int seedBytes, String title) {
        SingleProfileLimits.requireProfile(profile);
        SingleProfileLimits.requireFits(otp, seedBytes);
    }

    /**
     * {@inheritDoc} Setting the clock does it, but not where the maker has left the clock unguarded, and the token knows no other way.
     * So the clock is set to what it shows, and a random seed that is forgotten at once takes the place of what may be left.
     */
    @Override
    public void erase(int profile) {
        SingleProfileLimits.requireProfile(profile);
        configure(OtpProfile.Totp.STANDARD, readClock());
        try (var nobodys = Seed.random(DISCARDED_SEED, chance)) {
            sendSeed(nobodys);
        }
        erased = true;
    }

    private void sendSeed(Seed seed) {
        card.order("SEED", SET_SEED, FIRST, seed.use(card::encrypt));
    }

    private void configure(OtpProfile.Totp otp, Instant second) {
        card.authenticate();
        card.order("CONFIG", SET_CONFIG, 0, SingleProfileConfig.of(otp, second));
    }

    @Override
    public void write(int profile, OtpProfile.Totp otp, Seed seed, String title, InstantSource clock) {
        requireFits(profile, otp, seed.length(), title);
        if (!erased) {
            throw new DeviceException.Refused(
                    "%s may carry a seed, which is never overwritten".formatted(serial),
                    "erase it first; the token itself does not tell whether it carries one");
        }
        var now = clock.instant().plus(HALF_A_SECOND).truncatedTo(ChronoUnit.SECONDS);
        SingleProfileLimits.requireClock(now);
        // CONFIG first and in one go with SEED: setting the clock wipes a seed.
        configure(otp, now);
        erased = false;
        sendSeed(seed);
        requireClockSet(clock);
    }

    private void requireClockSet(InstantSource clock) {
        var off = Duration.between(clock.instant(), readClock()).abs();
        if (off.compareTo(TOLERANCE) > 0) {
            throw new DeviceException.Malformed(
                    "the clock of %s is %d s off right after it was set".formatted(serial, off.toSeconds()));
        }
    }

    @Override
    public void close() {
        card.close();
    }
}
