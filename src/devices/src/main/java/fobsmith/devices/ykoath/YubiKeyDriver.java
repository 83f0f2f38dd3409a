package fobsmith.devices.ykoath;

import fobsmith.devices.Port;
import fobsmith.devices.TokenDriver;
import java.security.SecureRandom;
import java.util.Set;

/** YubiKey 4, 5 and NEO, in the modes that have a smart card: bit 4 of 0401 to 0407, and what the NEO has instead. */
public final class YubiKeyDriver implements TokenDriver {
    private static final YkOathModel MODEL = YkOathModel.YUBIKEY;
    private static final Recognition IDS = new Recognition(0x1050, Set.of(0x0404, 0x0405, 0x0406, 0x0407, 0x0111, 0x0112, 0x0115, 0x0116), Set.of("Yubico", "YubiKey"));

    private final SecureRandom chance;

    /** Chance is for challenges to the token. */
    public YubiKeyDriver(SecureRandom chance) {
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
