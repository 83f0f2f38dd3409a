package fobsmith.devices.ykoath;

import fobsmith.devices.Port;
import fobsmith.devices.TokenDriver;
import java.security.SecureRandom;
import java.util.Set;

/** CanoKey: a smart card on USB, with an OATH application much like a YubiKey's. */
public final class CanoKeyDriver implements TokenDriver {
    private static final YkOathModel MODEL = YkOathModel.CANOKEY;
    private static final Recognition IDS = new Recognition(0x20a0, Set.of(0x42d4), Set.of("CanoKey"));

    private final SecureRandom chance;

    /** Chance is for challenges to the token. */
    public CanoKeyDriver(SecureRandom chance) {
        this.chance = chance;
    }

    @Override
    public String manufacturer() {
        return MODEL.manufacturer();
    }

    @Override
    public String model() {
        return MODEL.model();
    }

    @Override
    public boolean recognises(Port port) {
        return IDS.recognises(port);
    }

    @Override
    public YkOathSession open(Port port) {
        return YkOathSession.open(Recognition.transport(port), MODEL, chance);
    }
}
