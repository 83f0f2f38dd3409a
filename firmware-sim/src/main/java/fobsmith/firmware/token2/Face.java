package fobsmith.firmware.token2;

import fobsmith.firmware.parts.Display;
import fobsmith.firmware.parts.Fault;
import fobsmith.firmware.parts.Hotp;
import fobsmith.firmware.parts.RefusedException;
import java.time.Instant;
import java.time.InstantSource;

/** The display and the profiles' buttons: after a press it shows one profile for as long as that is configured to. */
final class Face {
    private final Molto2Description description;
    private final ProfileOrders profiles;
    private final Rtc rtc;
    private final InstantSource realTime;
    private int shown;
    private Instant litUntil = Instant.MIN;

    Face(Molto2Description description, ProfileOrders profiles, Rtc rtc, InstantSource realTime) {
        this.description = description;
        this.profiles = profiles;
        this.rtc = rtc;
        this.realTime = realTime;
    }

    Display press(int number) {
        requireExists(number);
        try (var profile = profiles.profile(number)) {
            litUntil = realTime.instant().plus(profile.configuration().lit());
        }
        shown = number;
        return display();
    }

    Display display(int number) {
        requireExists(number);
        return number == shown ? display() : dark();
    }

    Display display() {
        if (!realTime.instant().isBefore(litUntil) || rtc.clock().has(Fault.DEAD_BATTERY)) {
            return dark();
        }
        try (var profile = profiles.profile(shown)) {
            return profile.carriesSeed() && profile.configuration().canShowCodes() ? code(profile) : dark();
        }
    }

    private Display code(StoredProfile profile) {
        var configuration = profile.configuration();
        int step = configuration.stepSeconds();
        long seconds = rtc.shown(shown).getEpochSecond();
        long timeStep = Math.floorDiv(seconds, step);
        var code = Hotp.value(profile.seed(), configuration.hash(), configuration.digits(), timeStep);
        return new Display(description.serial(), rtc.clock().asRead(code), step - Math.floorMod(seconds, step));
    }

    private Display dark() {
        return new Display(description.serial(), "", 0);
    }

    private void requireExists(int number) {
        if (number < 0 || number >= description.profiles()) {
            throw new RefusedException("token %s has no profile %d".formatted(description.serial(), number));
        }
    }
}
