package fobsmith.cli.token;

import fobsmith.cli.CliException;
import fobsmith.oath.Finding;
import fobsmith.oath.Offset;
import fobsmith.oath.OtpProfile;
import fobsmith.oath.SeedReading;
import fobsmith.registry.SerialNumber;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Why a token's codes are not the expected ones, in words and with the way out. */
final class FindingText {
    private static final String REIMPORT = "its seed file is wrong about that; set the fob aside, and ask its vendor";

    private static final String CLOCK_IS_OFF = "it has gone wrong for long, or stood still: set it aside";

    private FindingText() {}

    /** Empty where nothing was found. */
    static Optional<CliException> of(SerialNumber serial, OtpProfile.Totp stored, Finding finding) {
        return switch (finding) {
            case Finding.SameTwice _ ->
                said(serial, "the same code was typed twice", "wait until it shows the next one");
            case Finding.Swapped _ ->
                said(serial, "the newer code was typed first", "type the older one first, with two new codes");
            case Finding.Apart(long steps) ->
                said(
                        serial,
                        "both codes are its own, but %d other%s between them"
                                .formatted(steps - 1, steps == 2 ? " lies" : "s lie"),
                        "type two codes that follow each other");
            case Finding.FarClock(var offset) ->
                said(
                        serial,
                        "both codes are its own, but its clock is %s".formatted(off(offset)),
                        "it stood still or lost its power: set it aside");
            case Finding.OtherProfile other -> {
                var differences = differences(stored, other);
                yield said(
                        serial, others(differences, other.offset()), differences.isEmpty() ? CLOCK_IS_OFF : REIMPORT);
            }
            case Finding.Nothing _ -> Optional.empty();
        };
    }

    private static Optional<CliException> said(SerialNumber serial, String what, String hint) {
        return Optional.of(new CliException("token %s: %s".formatted(serial, what), hint));
    }

    private static String off(Offset offset) {
        var off = Duration.ofMillis(offset.middleMillis());
        long hours = Math.round(off.abs().toMinutes() / 60.0);
        var amount = hours < 48 ? hours + " hours" : Math.round(hours / 24.0) + " days";
        return "%s %s".formatted(amount, off.isNegative() ? "slow" : "fast");
    }

    private static List<String> differences(OtpProfile.Totp stored, Finding.OtherProfile other) {
        var profile = other.profile();
        var differences = new ArrayList<String>();
        if (!profile.timeStep().equals(stored.timeStep())) {
            differences.add("a time step of %d s, not %d s"
                    .formatted(profile.timeStep().toSeconds(), stored.timeStep().toSeconds()));
        }
        if (profile.digits() != stored.digits()) {
            differences.add("%d digits, not %d".formatted(profile.digits(), stored.digits()));
        }
        if (profile.algorithm() != stored.algorithm()) {
            differences.add("%s, not %s".formatted(profile.algorithm(), stored.algorithm()));
        }
        if (other.reading() != SeedReading.AS_STORED) {
            differences.add(other.reading().text());
        }
        return differences;
    }

    private static String others(List<String> differences, Offset offset) {
        var clock = "its clock would be %+d s off".formatted(offset.middleMillis() / 1000);
        return differences.isEmpty()
                ? "both codes are its own, but %s".formatted(clock)
                : "its codes are those of %s; %s".formatted(String.join(", and of ", differences), clock);
    }
}
