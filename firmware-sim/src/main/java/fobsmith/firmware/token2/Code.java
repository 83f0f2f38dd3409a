package fobsmith.firmware.token2;

import fobsmith.firmware.parts.Display;
import fobsmith.firmware.parts.Hotp;
import fobsmith.firmware.parts.TokenClock;
import java.time.Instant;

/** What a lit profile shows: its code by RFC 6238, nothing where it carries no seed. */
final class Code {
    private Code() {}

    static Display shown(String serial, StoredProfile profile, Instant time, TokenClock clock) {
        var configuration = profile.configuration();
        if (!profile.carriesSeed() || !configuration.canShowCodes()) {
            return dark(serial);
        }
        long seconds = time.getEpochSecond();
        int step = configuration.stepSeconds();
        var code =
                Hotp.value(profile.seed(), configuration.hash(), configuration.digits(), Math.floorDiv(seconds, step));
        return new Display(serial, clock.asRead(code), step - Math.floorMod(seconds, step));
    }

    static Display dark(String serial) {
        return new Display(serial, "", 0);
    }
}
