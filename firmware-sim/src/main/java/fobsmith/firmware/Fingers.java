package fobsmith.firmware;

import fobsmith.firmware.flipper.Flipper;
import fobsmith.firmware.fob.DisplayFob;
import fobsmith.firmware.parts.Display;
import fobsmith.firmware.parts.RefusedException;
import fobsmith.firmware.parts.Token;
import fobsmith.firmware.token2.Molto2;
import fobsmith.firmware.token2.SingleProfile;
import fobsmith.firmware.ykoath.YubiKey;

/** What a person's fingers do with a token, by its kind. */
final class Fingers {
    private Fingers() {}

    /**
     * Presses a token's only button: a fob's lights its display, a key's is its touch, a Flipper's confirms what it asks.
     *
     * @throws RefusedException where it has none, or does not wait for it
     */
    static void press(Token token) {
        switch (token) {
            case DisplayFob fob -> fob.press();
            case SingleProfile card -> card.press();
            case YubiKey key -> key.press();
            case Flipper flipper -> flipper.press();
            default -> throw lacking(token);
        }
    }

    /** What the display shows of one profile, the first being number 0. */
    static Display display(Token token, int profile) {
        return switch (token) {
            case Molto2 molto2 -> molto2.display(profile);
            case SingleProfile single when profile == 0 -> single.display();
            case Flipper flipper -> flipper.display(profile);
            default -> throw lacking(token);
        };
    }

    /** Chooses a profile for the display, and reads it. */
    static Display choose(Token token, int profile) {
        return switch (token) {
            case Molto2 molto2 -> molto2.press(profile);
            case SingleProfile single when profile == 0 -> single.press();
            case Flipper flipper -> flipper.select(profile);
            default -> throw lacking(token);
        };
    }

    private static RefusedException lacking(Token token) {
        return new RefusedException("token %s is a %s, which has no such thing"
                .formatted(token.serial(), token.state().model()));
    }
}
