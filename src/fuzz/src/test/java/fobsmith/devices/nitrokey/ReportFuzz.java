package fobsmith.devices.nitrokey;

import fobsmith.devices.DeviceException;
import fobsmith.devices.hid.FeatureReports;
import fobsmith.fuzz.Answers;
import fobsmith.oath.OtpProfile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/**
 * Reports of a Nitrokey Pro; in its package, since only there its driver can be told not to wait. Where the first byte is
 * even, command and checksums are put right, which a fuzzer would never find.
 */
final class ReportFuzz {
    private static final NitrokeyTiming AT_ONCE = new NitrokeyTiming(Duration.ZERO, Duration.ZERO, 3);
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private ReportFuzz() {}

    public static void fuzzerTestOneInput(byte[] bytes) {
        var pipe = new ReportPipe(new Reports(new Answers(bytes)), "in process", AT_ONCE);
        try (var session = NitrokeyProSession.open(pipe, NitrokeyModel.PRO, new SecureRandom())) {
            session.carriesSeed(0);
            session.readCode(0, OtpProfile.Totp.STANDARD, NOW);
        } catch (DeviceException e) {
            e.advice();
        }
    }

    private static final class Reports implements FeatureReports {
        private final Answers answers;
        private byte[] asked = new byte[LENGTH];

        Reports(Answers answers) {
            this.answers = answers;
        }

        @Override
        public void set(byte[] report) {
            asked = report.clone();
        }

        @Override
        public byte[] get() {
            var report = Arrays.copyOf(answers.next(LENGTH), LENGTH);
            if ((report[0] & 1) == 0) {
                report[0] = 0;
                report[1] = asked[0];
                System.arraycopy(asked, Request.CRC_AT, report, 2, Integer.BYTES);
                ByteBuffer.wrap(report)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putInt(Request.CRC_AT, Stm32Crc.of(report, Request.CRC_AT));
            }
            return report;
        }
    }
}
