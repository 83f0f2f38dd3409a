package fobsmith.desk.hardware;

import fobsmith.iam.console.Console;
import fobsmith.iam.policy.PolicyAction;
import fobsmith.oath.Finding;
import fobsmith.oath.OtpProfile;
import fobsmith.registry.CodeOutcome;
import fobsmith.registry.CodePair;
import fobsmith.registry.FindOutcome;
import fobsmith.registry.SerialNumber;
import fobsmith.registry.User;
import org.jspecify.annotations.Nullable;

/** Why codes were not taken, as far as the operator may know. Blocks. */
final class CodeTroubles {
    private final Console console;

    CodeTroubles(Console console) {
        this.console = console;
    }

    Codes.Refused of(SerialNumber serial, CodePair codes, CodeOutcome.Reason reason) {
        return switch (reason) {
            case WRONG -> wrong(serial, codes);
            case CONSUMED -> plainly("codes.consumed");
            case PAUSED -> plainly("codes.paused");
            case UNCONFIRMED -> plainly("codes.unconfirmed");
            case OVERTAKEN -> plainly("codes.overtaken");
        };
    }

    private static Codes.Refused plainly(String key, String... values) {
        return new Codes.Refused(Said.of(key, values), false);
    }

    private Codes.Refused wrong(SerialNumber serial, CodePair codes) {
        if (!console.allows(PolicyAction.CHECK_TOKEN)) {
            return anothers();
        }
        return switch (console.tokens().explain(serial, codes)) {
            case Finding.SameTwice _ -> plainly("hardware.codes.same");
            case Finding.Swapped _ -> plainly("hardware.codes.swapped");
            case Finding.Apart(var steps) -> plainly("hardware.codes.apart", String.valueOf(steps - 1));
            case Finding.FarClock _ -> plainly("hardware.codes.far", serial.value());
            case Finding.OtherProfile(var profile, var _, var _) ->
                plainly("hardware.codes.other", serial.value(), text(profile));
            case Finding.Nothing _ -> anothers();
        };
    }

    private Codes.Refused anothers() {
        return new Codes.Refused(Said.of("codes.wrong"), console.allows(PolicyAction.FIND_TOKEN));
    }

    private static String text(OtpProfile.Totp profile) {
        return "%s, %d, %d s"
                .formatted(
                        profile.algorithm(),
                        profile.digits(),
                        profile.timeStep().toSeconds());
    }

    /** Which token the codes are of, and whether this person can have it; asks for {@code fobsmith:FindToken}. */
    Owner find(CodePair codes, User person) {
        return switch (console.whose().find(codes, (_, _) -> true)) {
            case FindOutcome.Found(var token, var owner) ->
                new Owner(
                        said(token.serial(), owner),
                        owner == null || owner.id().equals(person.id()) ? token.serial() : null);
            case FindOutcome.Used _ -> new Owner(Said.of("hardware.whose.used"), null);
            case FindOutcome.NotFound _ -> new Owner(Said.of("hardware.whose.nobody"), null);
            case FindOutcome.Paused _, FindOutcome.GivenUp _ -> new Owner(Said.of("hardware.whose.paused"), null);
        };
    }

    private static Said said(SerialNumber serial, @Nullable User owner) {
        return owner == null
                ? Said.of("hardware.whose.stock", serial.value())
                : Said.of("hardware.whose.owner", serial.value(), owner.name());
    }

    /**
     * Which token the codes are of.
     *
     * @param serial null where there is no such token, or it is another person's
     */
    record Owner(Said said, @Nullable SerialNumber serial) {}
}
