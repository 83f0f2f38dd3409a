package fobsmith.devices.ykoath;

import fobsmith.devices.Port;
import fobsmith.devices.TokenDriver;
import java.security.SecureRandom;
import java.util.Set;

/** Nitrokey 3: a smart card on USB; the OATH application is its secrets app. */
public final class NitrokeyThreeDriver implements TokenDriver {
    private static final YkOathModel MODEL = YkOathModel.NITROKEY_3;
    private static final Recognition IDS = new Recognition(0x20a0, Set.of(0x42b2), Set.of("Nitrokey 3"));

    private final SecureRandom chance;

    /** Chance is for challenges to the token. */
    public NitrokeyThreeDriver(SecureRandom chance) {
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
