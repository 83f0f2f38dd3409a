package fobsmith.iam.console;

import fobsmith.iam.Authority;
import fobsmith.iam.Caller;
import fobsmith.registry.Actor;
import fobsmith.registry.DeskPassphrases;
import fobsmith.registry.Registry;
import fobsmith.registry.Token;
import fobsmith.registry.User;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One user on his way in, whose passphrase was right. */
record Admission(Registry registry, DeskPassphrases known, String host, String userId, String edition) {
    /** As long as a session of GetSessionToken, where nothing is said. */
    private static final Duration LONGEST = Duration.ofHours(12);

    /** Nobody takes longer over an authenticator app; whatever a flow of another desk has just made is younger. */
    private static final Duration LEFT_OVER = Duration.ofHours(1);

    /** Far more than anybody may have. */
    private static final int ALL = 100;

    SignInStep afterPassphrase() {
        return user().map(user -> {
                    var devices = devices(user);
                    return devices.isEmpty() ? enter(user, null) : new CodeWanted(this, devices, registry.now());
                })
                .orElseGet(SignInStep.Refused::new);
    }

    /** The user, as long as the passphrase that was typed is his. */
    Optional<User> user() {
        return registry.users().findById(userId).filter(user -> known.isCurrent(user, edition));
    }

    private List<Token> devices(User user) {
        return registry.tokens().listEnabled(user, "", ALL).items().stream()
                .filter(device -> !device.isExpired(registry.now()))
                .toList();
    }

    Actor actor() {
        return new Actor(userId, host);
    }

    /** With the device whose code was shown, if he has one. */
    SignInStep enter(User user, @Nullable Token device) {
        known.recordSignIn(actor(), user, device);
        registry.virtualDevices().deleteLeftovers(actor(), registry.now().minus(LEFT_OVER));
        return new SignInStep.SignedIn(new Console(new DeskSession(registry, this, session(user, device))));
    }

    private Caller.Session session(User user, @Nullable Token device) {
        var now = registry.now();
        var atDoor = Caller.atDesk(user, new Caller.Session("", now, now, null, null), host);
        return Authority.of(registry, atDoor).begin(LONGEST, device);
    }
}
