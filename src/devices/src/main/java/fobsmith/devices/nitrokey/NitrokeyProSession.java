package fobsmith.devices.nitrokey;

import fobsmith.devices.CodeLock;
import fobsmith.devices.CodeReader;
import fobsmith.devices.CountingProfiles;
import fobsmith.devices.CredentialLock;
import fobsmith.devices.DeviceException;
import fobsmith.devices.Instruction;
import fobsmith.devices.LegibleCredential;
import fobsmith.devices.SeedProfiles;
import fobsmith.devices.TokenCredential;
import fobsmith.devices.TokenSession;
import fobsmith.oath.OneTimePassword;
import fobsmith.oath.OtpProfile;
import fobsmith.oath.Seed;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A conversation with a Nitrokey Pro, or with what has its firmware, version 0.8 or later. Its 15 TOTP slots are
 * the profiles 0 to 14, its three HOTP slots those from 15 on. It has a clock only while it has power, and does not tell it:
 * it is set before everything that depends on it. A session whose link was lost is of no use any more: open another. One thread.
 */
public final class NitrokeyProSession
        implements TokenSession, SeedProfiles, CountingProfiles, CredentialLock, CodeLock, CodeReader {
    /** Of major version 0, the first that takes a temporary password with each order. */
    private static final int OLDEST_MINOR = 8;

    /** SET TIME: whatever the token remembers. */
    private static final byte FORCED = 1;

    /** GET CODE: of the temporary password, behind slot, challenge, last time and last interval. */
    private static final int USER_PASSWORD_AT = Request.PAYLOAD_AT + 18;

    /** A code is asked for within this of setting the clock, which ticks when it likes. */
    private static final Duration HASTE = Duration.ofSeconds(3);

    private static final Duration HALF_A_SECOND = Duration.ofMillis(500);

    private final NitrokeyModel model;
    private final ReportPipe pipe;
    private final Pin pin;
    private final Pin userPin;
    private final String serial;
    private final Slots slots;

    private NitrokeyProSession(NitrokeyModel model, ReportPipe pipe, SecureRandom randomness) {
        this.model = model;
        this.pipe = pipe;
        this.pin = new Pin(PinKind.ADMIN, pipe, randomness);
        this.userPin = new Pin(PinKind.USER, pipe, randomness);
        this.serial = readSerial();
        this.slots = new Slots(pipe, pin, serial);
    }

    /**
     * Takes the pipe over: it is closed with the session, or here where the token does not answer as it should. The randomness
     * is for temporary passwords.
     */
    static NitrokeyProSession open(ReportPipe pipe, NitrokeyModel model, SecureRandom randomness) {
        try {
            return new NitrokeyProSession(model, pipe, randomness);
        } catch (RuntimeException e) {
            pipe.close();
            throw e;
        }
    }

    private String readSerial() {
        var status = TokenStatus.read(pipe);
        requireFirmware(status.major(), status.minor());
        int card = status.cardSerial();
        if (card == 0 || card == -1) {
            throw new DeviceException.Malformed("the smart card inside the token does not tell its serial number");
        }
        return "%s-%08X".formatted(model.prefix(), card);
    }

    private void requireFirmware(int major, int minor) {
        if (major == 0 && minor < OLDEST_MINOR) {
            throw new DeviceException.Unsupported("a %s %s with firmware %d.%d is not driven (0.%d or later)"
                    .formatted(model.manufacturer(), model.model(), major, minor, OLDEST_MINOR));
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

    @Override
    public int profiles() {
        return NitrokeyLimits.PROFILES;
    }

    @Override
    public boolean carriesSeed(int profile) {
        return slots.carriesSeed(profile);
    }

    @Override
    public void requireFits(int profile, OtpProfile otp, int seedBytes, String title) {
        NitrokeyLimits.requireFits(profile, otp, seedBytes, title);
    }

    @Override
    public void erase(int profile) {
        slots.erase(profile);
    }

    @Override
    public void write(int profile, OtpProfile.Totp otp, Seed seed, String title, InstantSource clock) {
        NitrokeyLimits.requireFits(profile, otp, seed.length(), title);
        write(
                profile,
                SlotContent.of(otp, title),
                seed,
                () -> setClock(clock.instant().plus(HALF_A_SECOND)));
    }

    @Override
    public void write(int profile, OtpProfile.Hotp otp, Seed seed, String title, long counter) {
        NitrokeyLimits.requireFits(profile, otp, seed.length(), title);
        NitrokeyLimits.requireCounter(counter);
        write(profile, SlotContent.of(otp, title, counter), seed, () -> {});
    }

    private void write(int profile, SlotContent content, Seed seed, Runnable before) {
        pin.requireOpen();
        slots.requireEmpty(profile);
        seed.use(bytes -> {
            NitrokeyLimits.requireNotAllZero(bytes);
            before.run();
            slots.write(profile, content, bytes);
            return bytes.length;
        });
    }

    @Override
    public List<Integer> countingProfiles() {
        return IntStream.range(0, NitrokeyLimits.COUNTING_PROFILES)
                .mapToObj(counting -> NitrokeyLimits.PROFILES + counting)
                .toList();
    }

    @Override
    public List<Counting> counting() {
        return countingProfiles().stream()
                .flatMap(profile -> slots.read(profile).map(slot -> counting(profile, slot)).stream())
                .toList();
    }

    private static Counting counting(int profile, SlotContent slot) {
        return new Counting(profile, slot.title(), SlotContent.digits(slot.config()), slot.factor());
    }

    /** {@inheritDoc} Near the end of a time step the token's clock is set back a little, or the next code might be read. */
    @Override
    public OneTimePassword readCode(int profile, OtpProfile.Totp otp, Instant at) {
        NitrokeyLimits.requireTotp(profile);
        setClock(inTimeFor(otp, at));
        return code(profile, otp);
    }

    @Override
    public OneTimePassword nextCode(int profile, OtpProfile.Hotp otp) {
        NitrokeyLimits.requireHotp(profile);
        return code(profile, otp);
    }

    private OneTimePassword code(int profile, OtpProfile otp) {
        var request = Request.of(Command.GET_CODE, payload -> {
            payload.put(Slots.number(profile)).position(USER_PASSWORD_AT);
            userPin.put(payload);
        });
        return pipe.ask(request, answer -> ToldCode.of(answer, otp), outcome -> noCode(profile, outcome));
    }

    private DeviceException codesAreLocked() {
        return new DeviceException.Refused(
                "%s gives its codes only to who enters its user PIN".formatted(serial),
                "give its user PIN, or switch that protection of one-time passwords off in the vendor's program");
    }

    private DeviceException noCode(int profile, Outcome outcome) {
        return switch (outcome) {
            case SLOT_NOT_PROGRAMMED ->
                new DeviceException.Refused(
                        "profile %d of %s carries no seed".formatted(profile, serial), "provision this profile first");
            case NOT_AUTHORIZED -> codesAreLocked();
            default -> outcome.refusal(Command.GET_CODE);
        };
    }

    private static Instant inTimeFor(OtpProfile.Totp otp, Instant at) {
        var start = Instant.ofEpochSecond(otp.stepAt(at) * otp.timeStep().toSeconds());
        var latest = start.plus(otp.timeStep()).minus(HASTE);
        return latest.isBefore(start) ? start : at.isBefore(latest) ? at : latest;
    }

    private void setClock(Instant instant) {
        NitrokeyLimits.requireClock(instant);
        pipe.order(Request.of(Command.SET_TIME, payload -> payload.put(FORCED).putLong(instant.getEpochSecond())));
    }

    @Override
    public boolean locked() {
        return true;
    }

    @Override
    public Optional<TokenCredential> factoryCredential() {
        return Optional.of(Pin.adminOfTheFactory());
    }

    @Override
    public TokenCredential randomCredential(SecureRandom chance) {
        return LegibleCredential.random(chance);
    }

    /** The token has 3, and tells before each how many are left. */
    @Override
    public int keptTries() {
        return Pin.KEPT_TRIES;
    }

    @Override
    public void allowLastTries() {
        pin.allowLastTries();
    }

    @Override
    public int codeTriesLeft() {
        return userPin.triesLeft();
    }

    @Override
    public int keptCodeTries() {
        return Pin.KEPT_TRIES;
    }

    @Override
    public void allowLastCodeTries() {
        userPin.allowLastTries();
    }

    @Override
    public boolean codesLocked() {
        return !userPin.isOpen() && TokenStatus.read(pipe).codesAreProtected();
    }

    @Override
    public void unlockCodes(TokenCredential credential) {
        userPin.open(credential);
    }

    @Override
    public void unlock(TokenCredential credential) {
        pin.open(credential);
    }

    @Override
    public Optional<Instruction> changeCredential(TokenCredential next) {
        pin.change(Command.CHANGE_ADMIN_PIN, next);
        return Optional.empty();
    }

    @Override
    public void close() {
        pin.close();
        userPin.close();
        pipe.close();
    }
}
