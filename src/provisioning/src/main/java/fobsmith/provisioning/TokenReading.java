package fobsmith.provisioning;

import fobsmith.devices.CodeLock;
import fobsmith.devices.CodeReader;
import fobsmith.devices.CredentialLock;
import fobsmith.devices.TokenSession;
import fobsmith.oath.OneTimePassword;
import fobsmith.oath.OtpProfile;
import fobsmith.registry.Actor;
import fobsmith.registry.Registry;
import fobsmith.registry.SerialNumber;
import fobsmith.registry.Token;
import java.time.InstantSource;
import java.util.function.Supplier;

/**
 * Reads what a token tells over its link, for want of a display. One that is locked even for that is opened with the
 * credential that the registry keeps of it, which is recorded; nothing of the token is changed. One thread.
 */
public final class TokenReading {
    private final Registry registry;
    private final Supplier<Actor> opener;
    private final InstantSource clock;

    /**
     * By this clock.
     *
     * @param opener asked only of a locked token: under whom it is opened, unless it refuses
     */
    public TokenReading(Registry registry, Supplier<Actor> opener, InstantSource clock) {
        this.registry = registry;
        this.opener = opener;
        this.clock = clock;
    }

    /**
     * The code of now. The session stays the caller's.
     *
     * @param serial of the token, or of one profile of it
     * @throws ProvisioningException where it is locked with what the registry does not know
     * @throws IllegalArgumentException where the serial number is that of another token
     */
    public OneTimePassword read(TokenSession token, SerialNumber serial) {
        var reader = token.require(CodeReader.class, "tell its codes");
        int slot = Identity.slot(token, serial)
                .orElseThrow(() ->
                        new IllegalArgumentException("token %s is not %s".formatted(token.serial(), serial.value())));
        if (token instanceof CodeLock codes && codes.codesLocked()) {
            throw new ProvisioningException.CodesLocked(token.serial());
        }
        if (token instanceof CredentialLock lock && lock.locksReading() && lock.locked()) {
            open(token, lock);
        }
        return reader.readCode(slot, profile(serial), clock.instant());
    }

    private void open(TokenSession token, CredentialLock lock) {
        var actor = opener.get();
        var physical = registry.physicalTokens().remember(token.manufacturer(), token.model(), token.serial());
        new Unlocking(registry, actor, physical, lock).forReading();
        registry.tokenCredentials().usedForReading(actor, physical);
    }

    /** As it was written; what the registry does not know yet is asked for what IAM takes. */
    private OtpProfile.Totp profile(SerialNumber serial) {
        var known = registry.tokens().find(serial).map(Token::profile);
        return known.orElse(OtpProfile.Totp.STANDARD) instanceof OtpProfile.Totp totp ? totp : OtpProfile.Totp.STANDARD;
    }
}
