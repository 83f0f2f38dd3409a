package fobsmith.fuzz;

import fobsmith.devices.DeviceException;
import fobsmith.devices.SeedProfiles;
import fobsmith.devices.TokenSession;
import fobsmith.devices.token2.Molto2Session;
import fobsmith.devices.token2.SingleProfileSession;
import fobsmith.devices.ykoath.YkOathModel;
import fobsmith.devices.ykoath.YkOathSession;
import fobsmith.oath.OtpProfile;
import java.security.SecureRandom;
import java.time.Instant;

/** Drivers of tokens that speak APDUs, which is what a smart card reader hands on; the first byte says which. */
final class CardFuzz {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final SecureRandom CHANCE = new SecureRandom();

    private CardFuzz() {}

    public static void fuzzerTestOneInput(byte[] bytes) {
        if (bytes.length == 0) {
            return;
        }
        var answers = new Answers(bytes);
        answers.next(0);
        try (var session = open(bytes[0], answers)) {
            use(session);
        } catch (DeviceException e) {
            e.advice();
        }
    }

    private static TokenSession open(byte which, Answers answers) {
        return switch (which & 3) {
            case 0 -> Molto2Session.open(_ -> answers.nextOfCard());
            case 1 -> SingleProfileSession.open(_ -> answers.nextOfCard(), CHANCE);
            case 2 -> YkOathSession.open(_ -> answers.nextOfCard(), YkOathModel.NITROKEY_3, CHANCE);
            default -> YkOathSession.open(_ -> answers.nextOfCard(), YkOathModel.YUBIKEY, CHANCE);
        };
    }

    private static void use(TokenSession session) {
        if (session instanceof YkOathSession key) {
            key.credentials();
            key.carriesSeed(1);
            key.readCode(1, OtpProfile.Totp.STANDARD, NOW);
        } else if (session instanceof SeedProfiles profiles) {
            profiles.carriesSeed(1);
        }
    }
}
