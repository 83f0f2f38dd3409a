package fobsmith.devices.nitrokey;

import fobsmith.devices.CodeReader;
import fobsmith.devices.CredentialLock;
import fobsmith.devices.DeviceException;
import fobsmith.devices.LegibleCredential;
import fobsmith.devices.SeedProfiles;
import fobsmith.devices.TokenCredential;
import fobsmith.devices.TokenSession;
import fobsmith.devices.hid.FeatureReports;
import fobsmith.oath.OneTimePassword;
import fobsmith.oath.OtpProfile;
import fobsmith.oath.Seed;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;

/**
 * A conversation with a Nitrokey Pro, or with what has its firmware, version 0.8 or later. Its 15 TOTP slots are the
 * profiles; the slots that count events are left alone. It has a clock only while it has power, and does not tell it: it is
 * set before everything that depends on it. A session whose link was lost is of no use any more: open another. One thread.
 */
public final class NitrokeyProSession implements TokenSession, SeedProfiles, CredentialLock, CodeReader {
    /** Of major version 0, the first that takes a temporary password with each order. */
    private static final int OLDEST_MINOR = 8;

    private static final int CONFIG_BEHIND_CODE = 4;

    /** SET TIME: whatever the token remembers. */
    private static final byte FORCED = 1;

    private static final byte NAME = 'N';
    private static final byte SEED = 'S';
    private static final int PIECE = 30;

    /** A code is asked for within this of setting the clock, which ticks when it likes. */
    private static final Duration HASTE = Duration.ofSeconds(3);

    private static final Duration HALF_A_SECOND = Duration.ofMillis(500);

    private final NitrokeyModel model;
    private final ReportPipe pipe;
    private final AdminPin pin;
    private final String serial;

    private NitrokeyProSession(NitrokeyModel model, ReportPipe pipe, SecureRandom randomness) {
        this.model = model;
        this.pipe = pipe;
        this.pin = new AdminPin(pipe, randomness);
        this.serial = readSerial();
    }

    /**
     * Takes the reports over: they are closed with the session, or here where the token does not answer as it should. The
     * randomness is for temporary passwords.
     */
    static NitrokeyProSession open(
            FeatureReports reports, NitrokeyModel model, NitrokeyTiming timing, SecureRandom randomness) {
        var pipe = new ReportPipe(reports, timing);
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
        NitrokeyLimits.requireProfile(profile);
        var outcome = pipe.outcome(readSlot(profile));
        if (outcome != Outcome.OK && outcome != Outcome.SLOT_NOT_PROGRAMMED) {
            throw outcome.refusal(Command.READ_SLOT);
        }
        return outcome == Outcome.OK;
    }

    private static Request readSlot(int profile) {
        return Request.of(Command.READ_SLOT, payload -> payload.put(TotpSlot.number(profile)));
    }

    @Override
    public void requireFits(int profile, OtpProfile otp, int seedBytes, String title) {
        NitrokeyLimits.requireFits(profile, otp, seedBytes, title);
        if (TokenStatus.read(pipe).codesAreProtected()) {
            throw codesAreProtected();
        }
    }

    /** Nobody could prove the seed then. */
    private DeviceException codesAreProtected() {
        return new DeviceException.Refused(
                "%s gives its codes only to who enters its user PIN".formatted(serial),
                "switch the user PIN protection of one-time passwords off in the vendor's program");
    }

    @Override
    public void erase(int profile) {
        if (!carriesSeed(profile)) {
            return;
        }
        pin.requireOpen();
        pipe.order(Request.of(Command.ERASE_SLOT, payload -> {
            payload.put(TotpSlot.number(profile));
            pin.put(payload);
        }));
        if (carriesSeed(profile)) {
            throw new DeviceException.Malformed(
                    "profile %d still carries a seed after it was erased".formatted(profile));
        }
    }

    @Override
    public void write(int profile, OtpProfile.Totp otp, Seed seed, String title, InstantSource clock) {
        NitrokeyLimits.requireFits(profile, otp, seed.length(), title);
        pin.requireOpen();
        requireEmpty(profile);
        var slot = TotpSlot.of(otp, title);
        seed.use(bytes -> {
            NitrokeyLimits.requireNotAllZero(bytes);
            setClock(clock.instant().plus(HALF_A_SECOND));
            sendSeed(bytes);
            return bytes.length;
        });
        send(NAME, 0, slot.name());
        pipe.order(Request.of(Command.WRITE_TO_SLOT, payload -> {
            pin.put(payload);
            slot.put(profile, payload);
        }));
        requireWritten(profile, slot);
    }

    private void requireEmpty(int profile) {
        if (carriesSeed(profile)) {
            throw new DeviceException.Refused(
                    "profile %d of %s carries a seed, which is never overwritten".formatted(profile, serial),
                    "choose an empty profile, or erase this one first");
        }
    }

    private void sendSeed(byte[] seed) {
        for (int from = 0; from < seed.length; from += PIECE) {
            var piece = Arrays.copyOfRange(seed, from, Math.min(from + PIECE, seed.length));
            try {
                send(SEED, from / PIECE, piece);
            } finally {
                Arrays.fill(piece, (byte) 0);
            }
        }
    }

    private void send(byte type, int id, byte[] data) {
        pipe.order(Request.of(Command.SEND_OTP_DATA, payload -> {
            pin.put(payload);
            payload.put(type).put((byte) id).put(data);
        }));
    }

    private void requireWritten(int profile, TotpSlot expected) {
        if (!pipe.ask(readSlot(profile), TotpSlot::read).equals(expected)) {
            throw new DeviceException.Malformed("profile %d does not show what was written into it".formatted(profile));
        }
    }

    /** {@inheritDoc} Near the end of a time step the token's clock is set back a little, or the next code might be read. */
    @Override
    public OneTimePassword readCode(int profile, OtpProfile.Totp otp, Instant at) {
        NitrokeyLimits.requireProfile(profile);
        setClock(inTimeFor(otp, at));
        return pipe.ask(
                Request.of(Command.GET_CODE, payload -> payload.put(TotpSlot.number(profile))),
                answer -> code(answer, otp),
                outcome -> noCode(profile, outcome));
    }

    private DeviceException noCode(int profile, Outcome outcome) {
        return switch (outcome) {
            case SLOT_NOT_PROGRAMMED ->
                new DeviceException.Refused(
                        "profile %d of %s carries no seed".formatted(profile, serial), "provision this profile first");
            case NOT_AUTHORIZED -> codesAreProtected();
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

    private static OneTimePassword code(Response answer, OtpProfile.Totp otp) {
        int digits = TotpSlot.digits(answer.unsigned(CONFIG_BEHIND_CODE));
        var text = "%0" + digits + "d";
        var code = text.formatted(Integer.toUnsignedLong(answer.int32(0)));
        if (digits != otp.digits() || code.length() != digits) {
            throw new DeviceException.Malformed(
                    "a code of %d digits where %d were to be shown".formatted(code.length(), otp.digits()));
        }
        return OneTimePassword.parse(code);
    }

    @Override
    public boolean locked() {
        return true;
    }

    @Override
    public Optional<TokenCredential> factoryCredential() {
        return Optional.of(AdminPin.factory());
    }

    @Override
    public TokenCredential randomCredential(SecureRandom chance) {
        return LegibleCredential.random(chance);
    }

    /** The token has 3, and tells before each how many are left. */
    @Override
    public int keptTries() {
        return AdminPin.KEPT_TRIES;
    }

    @Override
    public void allowLastTries() {
        pin.allowLastTries();
    }

    @Override
    public void unlock(TokenCredential credential) {
        pin.open(credential);
    }

    @Override
    public Optional<String> changeCredential(TokenCredential next) {
        pin.change(next);
        return Optional.empty();
    }

    @Override
    public void close() {
        pin.close();
        pipe.close();
    }
}
