package fobsmith.desk.virtual;

import fobsmith.desk.DeskRig;
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
public final class Phone implements AutoCloseable {
    private static final OtpProfile.Totp PROFILE = OtpProfile.Totp.STANDARD;

    /** The line around the white, in pixels. */
    private static final int FRAME = 3;

    private final OtpauthKey key;
    private final InstantSource clock;

    private Phone(OtpauthKey key, InstantSource clock) {
        this.key = key;
        this.clock = clock;
    }

    /** Held before the picture in the rig's window. */
    public static Phone scan(DeskRig rig, Path folder) {
        var picture = folder.resolve("seen.png");
        rig.picture(picture);
        var bounds = DeskRig.onScreen(() -> {
            var qr = rig.window.scene().lookup(".qr");
            return qr.localToScene(qr.getLayoutBounds());
        });
        try {
            var seen = ImageIO.read(picture.toFile())
                    .getSubimage(
                            (int) bounds.getMinX() + FRAME,
                            (int) bounds.getMinY() + FRAME,
                            (int) bounds.getWidth() - 2 * FRAME,
                            (int) bounds.getHeight() - 2 * FRAME);
            return new Phone(OtpauthKey.parse(QrCode.read(seen)), rig.clock);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The code so many steps from now. */
    public String code(int stepsAhead) {
        OneTimePassword code = Codes.code(key.seed(), PROFILE, PROFILE.stepAt(clock.instant()) + stepsAhead);
        return code.reveal();
    }

    @Override
    public void close() {
        key.close();
    }
}
