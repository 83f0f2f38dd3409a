package fobsmith.devices;

import fobsmith.devices.token2.Molto2Driver;
import java.util.List;

/** Every model that can be driven, one to a line. */
public final class TokenDrivers {
    public static final List<TokenDriver> ALL = List.of(new Molto2Driver());

    private TokenDrivers() {}
}
