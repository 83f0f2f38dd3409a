package fobsmith.devices.token2;

import fobsmith.devices.Port;
import fobsmith.devices.TokenDriver;
import fobsmith.devices.pcsc.CardPort;

/**
 * Token2's programmable tokens with one profile, cards and key fobs without a plug, held against any contactless reader. Nothing but
 * their answers tells them from other cards, so this driver recognises every card, and has to be asked last.
 */
public final class SingleProfileDriver implements TokenDriver {
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
        return port instanceof CardPort;
    }

    @Override
    public boolean isSure() {
        return false;
    }

    /** {@inheritDoc} Other cards are asked one question that changes nothing. */
    @Override
    public SingleProfileSession open(Port port) {
        return SingleProfileSession.open(((CardPort) port).open());
    }
}
