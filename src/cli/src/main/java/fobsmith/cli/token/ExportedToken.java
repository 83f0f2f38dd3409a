package fobsmith.cli.token;

import fobsmith.oath.OtpProfile;
import fobsmith.registry.Token;
import fobsmith.seedfiles.writing.KeyDescription;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What another system is told of a token: a slot of the serial number is one of the file too. No user is named. */
final class ExportedToken {
    private static final Pattern SLOT = Pattern.compile("(.+):(\\d\\d)");

    private ExportedToken() {}

    static KeyDescription describe(Token token) {
        var slot = SLOT.matcher(token.serial().value());
        boolean several = slot.matches();
        return new KeyDescription(
                several ? slot.group(1) : token.serial().value(),
                several ? Integer.parseInt(slot.group(2)) : 0,
                token.manufacturer(),
                token.model(),
                "",
                "",
                token.profile(),
                token.profile() instanceof OtpProfile.Hotp
                        ? (Long) token.clock().nextStep()
                        : null,
                drift(token));
    }

    /** In time steps, where codes have taught it or the token's own file knew it. */
    private static @Nullable Integer drift(Token token) {
        boolean known = token.clock().acceptedAt() != null || token.clock().driftMillis() != 0;
        if (!known || !(token.profile() instanceof OtpProfile.Totp totp)) {
            return null;
        }
        return Math.toIntExact(Math.round(
                (double) token.clock().driftMillis() / totp.timeStep().toMillis()));
    }
}
