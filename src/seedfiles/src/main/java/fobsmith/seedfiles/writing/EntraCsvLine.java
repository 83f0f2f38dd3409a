package fobsmith.seedfiles.writing;

import fobsmith.oath.Base32;
import fobsmith.oath.HmacAlgorithm;
import fobsmith.oath.OtpProfile;
import java.util.List;

/** {@code upn,serial number,secret key,time interval,manufacturer,model}, as Entra ID documents it. */
final class EntraCsvLine implements CsvLine {
    static final String HEADER = "upn,serial number,secret key,time interval,manufacturer,model\n";

    @Override
    public List<String> before(KeyDescription key) {
        if (key.slot() > 1) {
            throw key.notWritable("has its key in slot %d, for which Entra CSV has no place".formatted(key.slot()));
        }
        return List.of(key.userId(), key.serial());
    }

    @Override
    public byte[] seed(byte[] bytes) {
        return Base32.encode(bytes);
    }

    @Override
    public List<String> after(KeyDescription key) {
        boolean taken = key.profile() instanceof OtpProfile.Totp totp
                && totp.algorithm() == HmacAlgorithm.SHA1
                && totp.digits() == 6
                && (totp.timeStep().toSeconds() == 30 || totp.timeStep().toSeconds() == 60);
        if (!taken) {
            throw key.notWritable("is none that Entra CSV can hold: TOTP with SHA-1, 6 digits, and 30 or 60 seconds");
        }
        var totp = (OtpProfile.Totp) key.profile();
        return List.of(String.valueOf(totp.timeStep().toSeconds()), key.manufacturer(), key.model());
    }
}
