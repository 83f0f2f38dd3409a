package fobsmith.devices.ykoath;

import fobsmith.devices.Port;
import fobsmith.devices.TokenDriver;
import java.security.SecureRandom;

/** One model of security keys with an OATH application; all are spoken to in the same way. */
public final class YkOathDriver implements TokenDriver {
    private final YkOathModel model;
    private final Recognition recognition;
    private final SecureRandom chance;

    /** Chance is for challenges to the token. */
    public YkOathDriver(YkOathModel model, SecureRandom chance) {
        this.model = model;
        this.recognition = Recognition.of(model);
        this.chance = chance;
    }

    @Override
    public String manufacturer() {
        return model.manufacturer();
    }

    @Override
    public String model() {
        return model.model();
    }

    @Override
    public boolean recognises(Port port) {
        return recognition.recognises(port);
    }

    @Override
    public boolean hasOwnReader() {
        return true;
    }

    @Override
    public YkOathSession open(Port port) {
        return YkOathSession.open(Recognition.transport(port), model, chance);
    }
}
