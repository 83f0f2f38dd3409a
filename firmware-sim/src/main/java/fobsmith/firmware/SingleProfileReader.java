package fobsmith.firmware;

import fobsmith.firmware.token2.SingleProfile;
import fobsmith.firmware.token2.SingleProfileDescription;
import java.time.InstantSource;
import java.util.Set;

/**
 * Reads one single-profile token of Token2: {@code "model":"token2-single"}; optional {@code serial}, {@code drift} as {@link
 * FobReader} says, {@code restrictedSync} (true: CONFIG deletes the seed), {@code locksForGood} (false), {@code image} as
 * {@link Images} says. It has no USB plug, only a card: {@code "plug":{"vpcd":35963}}.
 */
final class SingleProfileReader {
    private static final Set<String> FIELDS =
            Set.of("model", "serial", "drift", "randomSeed", "restrictedSync", "locksForGood", "image", "comment");

    private SingleProfileReader() {}

    static SingleProfile read(Json token, InstantSource realTime) {
        token.requireOnly(FIELDS);
        var serial = token.text("serial");
        var description = SingleProfileDescription.of(serial).withDrift(FobReader.drift(serial, token));
        if (token.has("restrictedSync")) {
            description = description.withRestrictedSync(token.flag("restrictedSync"));
        }
        if (token.has("locksForGood")) {
            description = description.withLocksForGood(token.flag("locksForGood"));
        }
        return SingleProfile.of(description, Images.flash(token), realTime, Challenges.source());
    }
}
