package fobsmith.registry;

import static java.util.Objects.requireNonNull;

import fobsmith.oath.HmacAlgorithm;
import fobsmith.oath.Offset;
import fobsmith.oath.OtpProfile;
import fobsmith.oath.Verification;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a station tells its registry in one message, but for the seed or credential that goes with it. In the message it
 * stands before the secret: its length in four bytes, JSON in UTF-8, the secret.
 *
 * @param written how an attempt to give a token a seed ended; or
 * @param credential that a token is told, or has taken, a credential
 * @param letterAt number of the newest letter that the station had read when it began what this tells of
 */
record StationReport(
        Physical token, @Nullable Written written, TokenCredentials.@Nullable Standing credential, long letterAt) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    StationReport {
        requireNonNull(token, "no token");
        if ((written == null) == (credential == null)) {
            throw new IllegalArgumentException("a report is of an attempt or of a credential");
        }
    }

    /** The token on the cable, by what it tells of itself. */
    record Physical(String manufacturer, String model, String serial) {
        Physical {
            requireNonNull(manufacturer, "no manufacturer");
            requireNonNull(model, "no model");
            requireNonNull(serial, "no serial");
            StationText.require("manufacturer", manufacturer, StationText.LONGEST);
            StationText.require("model", model, StationText.LONGEST);
            StationText.require("serial", serial, StationText.LONGEST_SERIAL);
        }

        /** What the row of this profile is called: as provisioning names it. */
        SerialNumber.Hardware profile(int slot) {
            return new SerialNumber.Hardware(slot == 0 ? serial : "%s:%02d".formatted(serial, slot));
        }
    }

    /** Times are milliseconds since the epoch, by the station's clock. */
    record Written(
            int slot,
            String serial,
            String algorithm,
            int digits,
            long stepSeconds,
            long startedAt,
            long endedAt,
            @Nullable Long clockErrorMillis,
            @Nullable Long clockSetAt,
            @Nullable Learned learned,
            @Nullable String reason) {

        Written {
            requireNonNull(serial, "no serial");
            requireNonNull(algorithm, "no algorithm");
            reason = reason == null ? null : StationText.cleaned(reason);
            if ((learned == null) == (reason == null)) {
                throw new IllegalArgumentException("an attempt has taught something or ended for a reason");
            }
        }

        static Written of(Attempt attempt, Instant endedAt, @Nullable Learned learned, @Nullable String reason) {
            var columns = ProfileColumns.of(attempt.profile());
            var clockSetAt = attempt.clockSetAt();
            return new Written(
                    attempt.slot(),
                    attempt.serial().value(),
                    columns.algorithm(),
                    columns.digits(),
                    columns.stepSeconds(),
                    attempt.startedAt().toEpochMilli(),
                    endedAt.toEpochMilli(),
                    attempt.clockErrorMillis(),
                    clockSetAt == null ? null : clockSetAt.toEpochMilli(),
                    learned,
                    reason);
        }

        SerialNumber.Hardware serialNumber() {
            return new SerialNumber.Hardware(serial);
        }

        OtpProfile.Totp profile() {
            return new OtpProfile.Totp(HmacAlgorithm.parse(algorithm), digits, Duration.ofSeconds(stepSeconds));
        }
    }

    /** What the two codes taught: the first state of the token's clock. */
    record Learned(
            long step, long nextStep, long earliestMillis, long latestMillis, long driftMillis, boolean suspect) {
        static Learned of(Verification.Accepted accepted) {
            return new Learned(
                    accepted.step(),
                    accepted.nextStep(),
                    accepted.offset().earliestMillis(),
                    accepted.offset().latestMillis(),
                    accepted.driftMillis(),
                    accepted.suspect());
        }

        Verification.Accepted accepted() {
            return new Verification.Accepted(
                    step, nextStep, new Offset(earliestMillis, latestMillis), driftMillis, suspect);
        }
    }

    /** Of an attempt that ended. */
    static StationReport ofAttempt(Physical token, Written written, long letterAt) {
        return new StationReport(token, written, null, letterAt);
    }

    /** For people and the audit trail. */
    String subject() {
        return written == null ? token.serial() : written.serial();
    }

    /** As the audit trail says it. */
    String what() {
        if (written == null) {
            return credential == TokenCredentials.Standing.NEXT ? "next credential" : "credential";
        }
        return written.learned() == null ? "void: " + written.reason() : "proven";
    }

    /** With the secret, which stays the caller's; who gets the bytes wipes them. */
    byte[] with(byte[] following) {
        var text = JSON.writeValueAsBytes(this);
        return ByteBuffer.allocate(Integer.BYTES + text.length + following.length)
                .putInt(text.length)
                .put(text)
                .put(following)
                .array();
    }

    /** Of the bytes of a message. What is no report is an {@link IllegalArgumentException}. */
    static StationReport of(byte[] clear) {
        try {
            var text = new byte[textLength(clear)];
            ByteBuffer.wrap(clear, Integer.BYTES, text.length).get(text);
            var report = JSON.readValue(new String(text, StandardCharsets.UTF_8), StationReport.class);
            requireNonNull(report, "no report");
            if (report.written != null) {
                report.written.serialNumber();
                report.written.profile();
            }
            return report;
        } catch (JacksonException | BufferUnderflowException | NullPointerException e) {
            throw new IllegalArgumentException("this is no report of a station", e);
        }
    }

    /** The secret of a message; the caller wipes it. */
    static byte[] following(byte[] clear) {
        return Arrays.copyOfRange(clear, Integer.BYTES + textLength(clear), clear.length);
    }

    private static int textLength(byte[] clear) {
        int length = ByteBuffer.wrap(clear).getInt();
        if (length < 0 || length > clear.length - Integer.BYTES) {
            throw new IllegalArgumentException("the report of a station is cut off");
        }
        return length;
    }
}
