package fobsmith.devices.ykoath;

import fobsmith.devices.AllCodes;
import fobsmith.devices.CodeReader;
import fobsmith.devices.CodeReading;
import fobsmith.devices.CredentialLock;
import fobsmith.devices.DeviceException;
import fobsmith.devices.Instruction;
import fobsmith.devices.LegibleCredential;
import fobsmith.devices.SeedProfiles;
import fobsmith.devices.TokenCredential;
import fobsmith.devices.TokenSession;
import fobsmith.devices.TouchedProfiles;
import fobsmith.devices.Transport;
import fobsmith.oath.OneTimePassword;
import fobsmith.oath.OtpProfile;
import fobsmith.oath.Seed;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A conversation with the OATH application of a security key, as Yubico publishes it (YKOATH). The application knows names, not
 * numbers: profile 0 of token S is the credential whose account name is S, profile n is {@code S:NN}, and the issuer before it is
 * the title. Credentials with other names are other people's and never touched. A session whose link was lost is of no use any
 * more: open another. One thread.
 */
public final class YkOathSession
        implements TokenSession, SeedProfiles, TouchedProfiles, CredentialLock, CodeReader, AllCodes {
    private static final int RESET = 0x04;
    private static final int RESET_FIRST = 0xde;
    private static final int RESET_SECOND = 0xad;

    private final YkOathModel model;
    private final OathCard card;
    private final String serial;
    private final Features features;
    private final Fit fit;
    private final AccessLock lock;
    private final Openness openness;
    private final Credentials credentials;

    private YkOathSession(OathCard card, YkOathModel model, Supplier<byte[]> challenges) {
        this.model = model;
        this.card = card;
        this.serial = SerialNumbers.read(card, model);
        var selected = Selected.on(card);
        this.features = Features.of(model, selected.version());
        this.fit = new Fit(features);
        this.lock = new AccessLock(card, selected, challenges);
        this.openness = new Openness(serial, features, lock);
        this.credentials = new Credentials(card);
    }

    /**
     * Takes the transport over: it is closed with the session, or here where the token does not answer as it should.
     *
     * @param chance for challenges to the token
     */
    public static YkOathSession open(Transport transport, YkOathModel model, SecureRandom chance) {
        return open(transport, model, new HostChallenges(chance));
    }

    /** With challenges of a test's own. */
    static YkOathSession open(Transport transport, YkOathModel model, Supplier<byte[]> challenges) {
        var card = new OathCard(transport, model.title());
        try {
            return new YkOathSession(card, model, challenges);
        } catch (RuntimeException e) {
            card.close();
            throw e;
        }
    }

    @Override
    public String manufacturer() {
        return model.manufacturer();
    }

    @Override
    public String model() {
        return model.model();
    }

    @Override
    public String serial() {
        return serial;
    }

    /** Whether this token, with its firmware, can do that. */
    public boolean supports(Feature feature) {
        return features.supports(feature);
    }

    @Override
    public int profiles() {
        return features.credentials();
    }

    @Override
    public boolean carriesSeed(int profile) {
        return !credentials.named(account(profile)).isEmpty();
    }

    /** What a profile's credential is called, as the registry calls the profile. */
    private String account(int profile) {
        fit.requireProfile(profile);
        return profile == 0 ? serial : "%s:%02d".formatted(serial, profile);
    }

    @Override
    public void requireFits(int profile, OtpProfile otp, int seedBytes, String title) {
        fit.require(otp, seedBytes, title, account(profile));
        openness.requireChangeable();
    }

    @Override
    public void erase(int profile) {
        openness.requireChangeable();
        credentials.named(account(profile)).forEach(credentials::delete);
        if (carriesSeed(profile)) {
            throw new DeviceException.Malformed(
                    "profile %d still carries a seed after it was deleted".formatted(profile));
        }
    }

    @Override
    public void write(int profile, OtpProfile.Totp otp, Seed seed, String title, InstantSource clock) {
        write(profile, otp, seed, title, false);
    }

    @Override
    public void requireTouch() {
        features.require(Feature.TOUCH);
    }

    @Override
    public void writeTouched(int profile, OtpProfile.Totp otp, Seed seed, String title) {
        write(profile, otp, seed, title, true);
    }

    /** The token has no clock to set. */
    void write(int profile, OtpProfile.Totp otp, Seed seed, String title, boolean touch) {
        requireFits(profile, otp, seed.length(), title);
        if (touch) {
            requireTouch();
        }
        if (carriesSeed(profile)) {
            throw new DeviceException.Refused(
                    "profile %d of %s carries a seed, which is never overwritten".formatted(profile, serial),
                    "choose an empty profile, or erase this one first");
        }
        var id = new CredentialId(otp.timeStep(), title, account(profile));
        credentials.put(PutBody.of(id, otp, seed, touch));
        requireListed(id);
    }

    private void requireListed(CredentialId id) {
        if (credentials.list().stream().noneMatch(one -> Arrays.equals(one.raw(), id.encoded()))) {
            throw new DeviceException.Malformed("the token took a credential and does not list it");
        }
    }

    @Override
    public OneTimePassword readCode(int profile, OtpProfile.Totp otp, Instant at) {
        fit.requireCodes(otp);
        var found = only(profile);
        if (!found.isOf(otp)) {
            throw new DeviceException.Refused(
                    "profile %d of %s has not %s codes every %d s"
                            .formatted(
                                    profile,
                                    serial,
                                    otp.algorithm(),
                                    otp.timeStep().toSeconds()),
                    "look up how this token was written; it may have been written by another program");
        }
        return credentials.code(found, otp, at, lock.isLocked());
    }

    @Override
    public List<CodeReading> readAllCodes(Instant at) {
        features.require(Feature.ALL_CODES);
        return new AllAtOnce(card, credentials).read(at);
    }

    private Listed only(int profile) {
        var named = credentials.named(account(profile));
        if (named.size() != 1) {
            throw new DeviceException.Refused(
                    named.isEmpty()
                            ? "profile %d of %s carries no seed".formatted(profile, serial)
                            : "%d credentials stand for profile %d of %s".formatted(named.size(), profile, serial),
                    named.isEmpty() ? "write it first" : "erase the profile, which deletes them all");
        }
        return named.getFirst();
    }

    /** All credentials on the token, other people's too. */
    public List<CredentialId> credentials() {
        return credentials.list().stream().map(Listed::id).toList();
    }

    /**
     * Gives a profile another title and keeps its seed.
     *
     * @throws DeviceException.Unsupported where the token cannot, or the title does not fit
     */
    public void rename(int profile, String title) {
        features.require(Feature.RENAME);
        var found = only(profile);
        var next = found.id().withIssuer(title);
        fit.requireTitle(next);
        credentials.rename(found, next);
        requireListed(next);
    }

    /**
     * Deletes all credentials, other people's too, and the password; needs no password.
     *
     * @throws DeviceException.Unsupported where the model wants another way
     */
    public void reset() {
        features.require(Feature.RESET);
        Refusals.requireDone("RESET", card.send(RESET, RESET_FIRST, RESET_SECOND));
        lock.begin();
    }

    @Override
    public boolean locked() {
        return lock.isLocked();
    }

    @Override
    public boolean locksReading() {
        return true;
    }

    @Override
    public Optional<TokenCredential> factoryCredential() {
        return Optional.empty();
    }

    @Override
    public TokenCredential randomCredential(SecureRandom randomness) {
        return LegibleCredential.random(randomness);
    }

    @Override
    public void requireUnlockable() {
        openness.requireUnlockable();
    }

    /** {@inheritDoc} The token counts no tries. Proves as well that the token itself knows the password. */
    @Override
    public void unlock(TokenCredential credential) {
        requireUnlockable();
        features.require(Feature.ACCESS_KEY);
        lock.open(credential);
    }

    @Override
    public Optional<Instruction> changeCredential(TokenCredential next) {
        features.require(Feature.ACCESS_KEY);
        lock.change(next);
        return Optional.empty();
    }

    /** Takes the password away, so that the token takes orders from anybody. It must be unlocked. */
    public void clearCredential() {
        features.require(Feature.ACCESS_KEY);
        lock.clear();
    }

    @Override
    public void close() {
        card.close();
    }
}
