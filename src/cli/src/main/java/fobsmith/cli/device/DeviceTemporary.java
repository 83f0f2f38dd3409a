package fobsmith.cli.device;

import fobsmith.cli.CliException;
import fobsmith.cli.RegistryVerb;
import fobsmith.cli.Surroundings;
import fobsmith.iam.AppKey;
import fobsmith.oath.OtpauthKey;
import fobsmith.registry.Actor;
import fobsmith.registry.PrivateFile;
import fobsmith.registry.Registry;
import fobsmith.registry.SerialNumber;
import fobsmith.registry.User;
import fobsmith.seedfiles.QrCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "temporary",
        mixinStandardHelpOptions = true,
        description = {
            "Make a virtual device for a user who left his token at home.",
            "It is his at once; when its time is over, no code of it is taken."
        })
final class DeviceTemporary extends RegistryVerb {
    private static final int LONGEST_HOURS = 168;

    @Parameters(index = "0", paramLabel = "USER")
    private String user;

    @Option(
            names = "--hours",
            paramLabel = "N",
            defaultValue = "12",
            description = "How long its codes are taken, 1 to 168 (default: ${DEFAULT-VALUE}).")
    private int hours;

    @Option(
            names = "--qr-file",
            paramLabel = "FILE",
            description = "Write a QR image for an authenticator app, and do not print the otpauth URI.")
    private @Nullable Path qrFile;

    DeviceTemporary(Surroundings surroundings) {
        super(surroundings);
    }

    /** The URI is null where an image was written. */
    record Made(
            String serial,
            String user,
            Instant expiresAt,
            @Nullable String uri,
            @Nullable String qrFile) {

        /** The URI is printed once, where it is asked for. */
        @Override
        public String toString() {
            return "Made[%s, %s]".formatted(serial, user);
        }
    }

    @Override
    public Integer call() {
        if (hours < 1 || hours > LONGEST_HOURS) {
            throw new CliException("%d is not a number of hours from 1 to %d".formatted(hours, LONGEST_HOURS), "");
        }
        if (qrFile != null && Files.exists(qrFile)) {
            throw new CliException(qrFile + " already exists", "choose another name for the image");
        }
        var made = with(this::make);
        output().print(
                        made,
                        "%s is %s's device until %s%n%s"
                                .formatted(
                                        made.serial,
                                        made.user,
                                        made.expiresAt,
                                        made.uri == null ? "image: " + made.qrFile : made.uri));
        return ExitCode.OK;
    }

    private Made make(Registry registry, Actor operator) {
        var owner = registry.users().get(user);
        var name = "%s-%s".formatted(owner.name(), registry.identifiers().row().substring(0, 8));
        var serial = new SerialNumber.VirtualArn(registry.accountId(), "/temporary/", name);
        try (var key = AppKey.fresh(registry, serial.name())) {
            var image = draw(key);
            var end = create(registry, operator, owner, serial, key);
            return new Made(serial.value(), owner.name(), end, image == null ? key.reveal() : null, image);
        }
    }

    /** Without the device its image is of no use. */
    private Instant create(
            Registry registry, Actor operator, User owner, SerialNumber.VirtualArn serial, OtpauthKey key) {
        boolean made = false;
        try {
            var end = registry.virtualDevices()
                    .createTemporary(operator, owner, serial, key.seed(), Duration.ofHours(hours));
            made = true;
            return end;
        } finally {
            if (!made && qrFile != null) {
                remove(qrFile);
            }
        }
    }

    private static void remove(Path image) {
        try {
            Files.delete(image);
        } catch (IOException e) {
            throw new CliException(
                    "no device was made, and its image %s cannot be removed: %s".formatted(image, e.getMessage()),
                    "remove it by hand");
        }
    }

    /** Before the device is made, so that a full disk leaves none behind. */
    private @Nullable String draw(OtpauthKey key) {
        if (qrFile == null) {
            return null;
        }
        byte[] png = QrCode.png(key.reveal());
        try {
            PrivateFile.create(qrFile, png);
            return qrFile.toString();
        } catch (IOException e) {
            throw new CliException(
                    "cannot write %s: %s".formatted(qrFile, e.getMessage()), "no device was made; name another file");
        } finally {
            Arrays.fill(png, (byte) 0);
        }
    }
}
