package fobsmith.devices.nitrokey;

import fobsmith.devices.hid.FeatureReports;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;

/** Sessions with scripted tokens, without any waiting. */
final class Sessions {
    static final NitrokeyTiming AT_ONCE = new NitrokeyTiming(Duration.ZERO, Duration.ZERO, 15);

    /** Of every temporary password. */
    static final String CHANCE = "a5".repeat(25);

    private Sessions() {}

    static NitrokeyProSession with(ScriptedNitrokey token) {
        return NitrokeyProSession.open(pipe(token), NitrokeyModel.PRO, new Same());
    }

    /** As if the reports were those of a token on a port. */
    static ReportPipe pipe(FeatureReports reports) {
        return new ReportPipe(reports, "usb 1-4", AT_ONCE);
    }

    private static final class Same extends SecureRandom {
        @Override
        public void nextBytes(byte[] bytes) {
            Arrays.fill(bytes, (byte) 0xa5);
        }
    }
}
