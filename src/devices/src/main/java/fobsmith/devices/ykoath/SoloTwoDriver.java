package fobsmith.devices.ykoath;

import fobsmith.devices.Port;
import fobsmith.devices.TokenDriver;
import java.security.SecureRandom;
import java.util.Set;

/** Solo 2: a smart card on USB; of one ancestry with the Nitrokey 3. */
public final class SoloTwoDriver implements TokenDriver {
    private static final YkOathModel MODEL = YkOathModel.SOLO_2;
    private static final Recognition IDS = new Recognition(0x1209, Set.of(0xbeee), Set.of("Solo 2"));

    private final SecureRandom chance;

    /** Chance is for challenges to the token. */
    public SoloTwoDriver(SecureRandom chance) {
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
