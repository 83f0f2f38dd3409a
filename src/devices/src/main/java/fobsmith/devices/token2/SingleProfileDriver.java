package fobsmith.devices.token2;

import fobsmith.devices.Port;
import fobsmith.devices.TokenDriver;
import fobsmith.devices.pcsc.CardPort;
import java.security.SecureRandom;

/**
 * Token2's programmable tokens with one profile, cards and key fobs without a plug, held against any contactless reader. Nothing but
 * their answers tells them from other cards, so this driver recognises every contactless card, and has to be asked last.
 */
public final class SingleProfileDriver implements TokenDriver {
    private final SecureRandom chance;

    /** Chance is for seeds that nobody keeps, which take the place of erased ones. */
    public SingleProfileDriver(SecureRandom chance) {
        this.chance = chance;
    }

    @Override
    public String manufacturer() {
        return SingleProfileSession.MANUFACTURER;
    }

    @Override
    public String model() {
        return SingleProfileSession.MODEL;
    }

    @Override
    public boolean recognises(Port port) {
        return port instanceof CardPort card && isContactless(card.atr());
    }

    /** What a reader makes up for a card without contacts, 3B 8n 80 01: PC/SC part 3, section 3.1.3.2.3. */
    private static boolean isContactless(byte[] atr) {
        return atr.length >= 4 && atr[0] == 0x3b && (atr[1] & 0xf0) == 0x80 && atr[2] == (byte) 0x80 && atr[3] == 0x01;
    }

    @Override
    public boolean isSure() {
        return false;
    }

    /**
     * {@inheritDoc} Other cards are asked one question that changes nothing, and are not reset. Nor is a token of ours: it knows
     * nobody from one order to the next.
     */
    @Override
    public SingleProfileSession open(Port port) {
        return SingleProfileSession.open(((CardPort) port).openAsGuest(), chance);
    }
}
