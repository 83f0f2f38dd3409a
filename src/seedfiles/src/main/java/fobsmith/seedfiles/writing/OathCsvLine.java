package fobsmith.seedfiles.writing;

import fobsmith.oath.HmacAlgorithm;
import fobsmith.oath.OtpProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** {@code serial,hexkey,type,digits,step or counter[,hash]}; the slot of a token with several keys is part of the serial. */
final class OathCsvLine implements CsvLine {
    private static final String DIGITS = "0123456789abcdef";

    @Override
    public List<String> before(KeyDescription key) {
        return List.of(key.slot() > 1 ? "%s:%02d".formatted(key.serial(), key.slot()) : key.serial());
    }

    @Override
    public byte[] seed(byte[] bytes) {
        var text = new byte[2 * bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            text[2 * i] = (byte) DIGITS.charAt(bytes[i] >> 4 & 0xf);
            text[2 * i + 1] = (byte) DIGITS.charAt(bytes[i] & 0xf);
        }
        return text;
    }

    @Override
    public List<String> after(KeyDescription key) {
        var profile = key.profile();
        var fields = new ArrayList<String>();
        fields.add(profile instanceof OtpProfile.Hotp ? "hotp" : "totp");
        fields.add(String.valueOf(profile.digits()));
        fields.add(
                switch (profile) {
                    case OtpProfile.Hotp _ -> String.valueOf(Objects.requireNonNullElse(key.counter(), 0L));
                    case OtpProfile.Totp totp -> String.valueOf(totp.timeStep().toSeconds());
                });
        if (profile.algorithm() != HmacAlgorithm.SHA1) {
            fields.add(profile.algorithm().name().toLowerCase(Locale.ROOT));
        }
        return fields;
    }
}
