package fobsmith.desk.virtual;

import fobsmith.oath.Codes;
import fobsmith.oath.OneTimePassword;
import fobsmith.oath.OtpProfile;
import fobsmith.oath.OtpauthKey;
import fobsmith.seedfiles.QrCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import javax.imageio.ImageIO;

/** An honest phone: it knows what its camera sees on the screen, and the time. */
final class Phone implements AutoCloseable {
    private static final OtpProfile.Totp PROFILE = OtpProfile.Totp.STANDARD;

    private final OtpauthKey key;
    private final InstantSource clock;

    private Phone(OtpauthKey key, InstantSource clock) {
        this.key = key;
        this.clock = clock;
    }

    /** Reads the QR code in a picture of the whole window. */
    static Phone scan(Path picture, InstantSource clock) {
        try {
            return new Phone(OtpauthKey.parse(QrCode.read(ImageIO.read(picture.toFile()))), clock);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The code so many steps from now. */
    String code(int stepsAhead) {
        OneTimePassword code = Codes.code(key.seed(), PROFILE, PROFILE.stepAt(clock.instant()) + stepsAhead);
        return code.reveal();
    }

    @Override
    public void close() {
        key.close();
    }
}
