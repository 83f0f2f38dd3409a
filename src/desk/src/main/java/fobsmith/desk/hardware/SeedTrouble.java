package fobsmith.desk.hardware;

import fobsmith.devices.DeviceException;
import fobsmith.provisioning.ProvisioningException;
import java.util.Optional;

/**
 * Why a token did not get its seed.
 *
 * @param again whether to go on with the same token, once the way out has been taken
 */
record SeedTrouble(Said said, boolean again) {

    /** Empty where the desk has no better sentence than for any other failure. */
    static Optional<SeedTrouble> of(Exception failure, String serial) {
        return switch (failure) {
            case ProvisioningException stopped -> Optional.of(of(stopped, serial));
            case DeviceException.LinkLost _ -> Optional.of(again("hardware.seed.pulled", serial));
            case DeviceException.Unavailable _ -> Optional.of(again("hardware.seed.not-there", serial));
            case DeviceException.WrongCredential _ -> Optional.of(never("hardware.seed.locked", serial));
            case DeviceException.Unsupported _ -> Optional.of(never("hardware.seed.unsupported", serial));
            default -> Optional.empty();
        };
    }

    private static SeedTrouble of(ProvisioningException stopped, String serial) {
        return switch (stopped) {
            case ProvisioningException.CarriesSeed _ -> never("hardware.seed.carries", serial);
            case ProvisioningException.FewTriesLeft _ -> never("hardware.seed.few-tries", serial);
            case ProvisioningException.CredentialUnknown _, ProvisioningException.CodesLocked _ ->
                never("hardware.seed.locked", serial);
            case ProvisioningException.CredentialNotTaken _ -> again("hardware.seed.not-pressed", serial);
            case ProvisioningException.ClockNotTaken _ -> never("hardware.seed.clock", serial);
            case ProvisioningException.NotProven _ -> again("hardware.seed.not-proven", serial);
            case ProvisioningException.GivenUp _ -> again("hardware.seed.given-up", serial);
        };
    }

    private static SeedTrouble again(String key, String serial) {
        return new SeedTrouble(Said.of(key, serial), true);
    }

    private static SeedTrouble never(String key, String serial) {
        return new SeedTrouble(Said.of(key, serial), false);
    }
}
