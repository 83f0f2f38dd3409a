package fobsmith.devices;

import fobsmith.devices.token2.Molto2Driver;
import fobsmith.devices.token2.SingleProfileDriver;
import fobsmith.devices.ykoath.CanoKeyDriver;
import fobsmith.devices.ykoath.NitrokeyThreeDriver;
import fobsmith.devices.ykoath.SoloTwoDriver;
import fobsmith.devices.ykoath.YubiKeyDriver;
import java.util.List;

/** Every model that can be driven, one to a line. The first that recognises a port has it. */
public final class TokenDrivers {
    public static final List<TokenDriver> ALL = List.of(
            new Molto2Driver(),
            new YubiKeyDriver(),
            new CanoKeyDriver(),
            new NitrokeyThreeDriver(),
            new SoloTwoDriver(),
            // Last, for it takes every card that no other takes.
            new SingleProfileDriver());

    private TokenDrivers() {}
}
