package fobsmith.devices.flipper;

import fobsmith.devices.DeviceException;
import fobsmith.devices.ReadableClock;
import fobsmith.devices.SeedProfiles;
import fobsmith.devices.TokenSession;
import fobsmith.devices.serial.SerialLink;
import fobsmith.oath.OtpProfile;
import fobsmith.oath.Seed;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A conversation with a Flipper Zero. Its Authenticator keeps any number of tokens under any names: a profile of ours is the
 * token whose name ends with the Flipper's serial number, {@code title:SERIAL}, or for profile 7 {@code title:SERIAL:07};
 * others are left alone. No order tells a code: it is read from the display. A session whose link was lost is of no use any
 * more: open another. One thread.
 */
public final class FlipperSession implements TokenSession, SeedProfiles, ReadableClock {
    static final String MANUFACTURER = "Flipper Devices";
    static final String MODEL = "Flipper Zero";

    private static final Pattern SERIAL = Pattern.compile("hardware_uid\\s*:\\s*([0-9A-Fa-f]{16})\\s*");

    private final Shell shell;
    private final FlipperClock clock;
    private final Authenticator authenticator;
    private final String serial;

    private FlipperSession(Shell shell, FlipperTiming timing) {
        this.shell = shell;
        this.clock = new FlipperClock(shell);
        this.authenticator = new Authenticator(shell, timing);
        shell.synchronise();
        this.serial = readSerial();
    }

    /**
     * Takes the link over: it is closed with the session, or here where no Flipper answers.
     *
     * @param place of the link, for messages
     */
    static FlipperSession open(SerialLink link, String place, FlipperTiming timing) {
        var shell = new Shell(link, place, timing);
        try {
            return new FlipperSession(shell, timing);
        } catch (RuntimeException e) {
            shell.close();
            throw e;
        }
    }

    private String readSerial() {
        return shell.run("device_info").lines().stream()
                .map(line -> SERIAL.matcher(line.text()))
                .filter(Matcher::matches)
                .map(found -> found.group(1).toUpperCase(Locale.ROOT))
                .findFirst()
                .orElseThrow(() -> new DeviceException.Malformed(
                        "what answers on %s tells no serial number of a Flipper".formatted(shell.place())));
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
        return clock.read();
    }

    @Override
    public int profiles() {
        return FlipperLimits.PROFILES;
    }

    @Override
    public boolean carriesSeed(int profile) {
        return !rows(profile).isEmpty();
    }

    /** More than one where somebody has made a second of the same name. */
    private List<TokenRow> rows(int profile) {
        FlipperLimits.requireProfile(profile);
        var account = account(profile);
        return authenticator.list().stream().filter(row -> row.isOf(account)).toList();
    }

    private String account(int profile) {
        return profile == 0 ? serial : "%s:%02d".formatted(serial, profile);
    }

    @Override
    public void requireFits(int profile, OtpProfile otp, int seedBytes, String title) {
        FlipperLimits.requireFits(profile, otp, seedBytes, title);
    }

    /** {@inheritDoc} The list is read anew before each, for deleting one moves the others up. */
    @Override
    public void erase(int profile) {
        var rows = rows(profile);
        for (int left = rows.size(); left > 0; left--) {
            authenticator.delete(rows.getFirst());
            rows = rows(profile);
            if (rows.size() != left - 1) {
                throw new DeviceException.Malformed(
                        "profile %d still carries a seed after it was deleted".formatted(profile));
            }
        }
    }

    @Override
    public void write(int profile, OtpProfile.Totp otp, Seed seed, String title, InstantSource time) {
        FlipperLimits.requireFits(profile, otp, seed.length(), title);
        requireEmpty(profile);
        clock.set(time);
        authenticator.setUtc();
        var name = "%s:%s".formatted(title, account(profile));
        seed.use(bytes -> {
            authenticator.add(name, otp, bytes);
            return bytes.length;
        });
        requireWritten(profile, name, otp);
    }

    private void requireEmpty(int profile) {
        if (carriesSeed(profile)) {
            throw new DeviceException.Refused(
                    "profile %d of Flipper %s carries a seed, which is never overwritten".formatted(profile, serial),
                    "choose an empty profile, or erase this one first");
        }
    }

    private void requireWritten(int profile, String name, OtpProfile.Totp otp) {
        var rows = rows(profile);
        if (rows.size() != 1 || !rows.getFirst().shows(name, otp)) {
            throw new DeviceException.Malformed("profile %d is not listed as it was written".formatted(profile));
        }
    }

    @Override
    public void close() {
        shell.close();
    }
}
