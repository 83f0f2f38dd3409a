package fobsmith.registry;

import fobsmith.oath.OtpProfile;
import java.util.List;

/**
 * Where a sealed value belongs: it opens nowhere else.
 *
 * @param more what else it is bound to
 */
record SealedPlace(String purpose, String rowId, List<String> more) {

    static SealedPlace of(String purpose, String rowId) {
        return new SealedPlace(purpose, rowId, List.of());
    }

    static SealedPlace seed(String tokenId, SerialNumber serial, OtpProfile profile) {
        return new SealedPlace(
                "seed",
                tokenId,
                List.of(serial.key(), ProfileColumns.of(profile).canonical()));
    }

    /** What is authenticated with the value. */
    Canonical context(int keyVersion) {
        var context = new Canonical().with(purpose).with(rowId).with(keyVersion);
        more.forEach(context::with);
        return context;
    }
}
