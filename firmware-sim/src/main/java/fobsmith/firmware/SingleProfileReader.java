package fobsmith.firmware;

import fobsmith.firmware.token2.SingleProfile;
import fobsmith.firmware.token2.SingleProfileDescription;
import java.time.InstantSource;
import java.util.Set;

/**
 * Reads one single-profile token of Token2: {@code "model":"token2-single"}; optional {@code serial} (14 letters and digits, by
 * which it is of one model or another), {@code restrictedSync} (true), {@code locksForGood} (false), {@code drift} as {@link
 * FobReader} says, {@code image} as {@link Images} says. It has to be put into a reader: {@code "plug":{"vpcd":35963}}.
 */
final class SingleProfileReader {
    private static final Set<String> FIELDS = Set.of(
            "model", "serial", "restrictedSync", "locksForGood", "drift", "randomSeed", "image", "comment");

    private SingleProfileReader() {}

    static SingleProfile read(Json token, InstantSource realTime) {
        token.requireOnly(FIELDS);
        var serial = token.text("serial");
        var description =
                SingleProfileDescription.of(serial).withDrift(FobReader.drift(serial, token));
        if (token.has("restrictedSync")) {
            description = description.withRestrictedSync(token.flag("restrictedSync"));
        }
        if (token.has("locksForGood")) {
            description = description.withLocksForGood(token.flag("locksForGood"));
        }
        return SingleProfile.of(description, Images.flash(token), realTime, Challenges.source());
    }
}
