package fobsmith.fuzz;

import fobsmith.seedfiles.QrCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes what the fuzzing of pictures begins with into a folder: {@code FOLDER}. */
final class Pictures {
    private Pictures() {}

    public static void main(String[] arguments) throws IOException {
        var folder = Path.of(arguments[0]);
        var uri = "otpauth://totp/Example:alice?secret=ORSXG5BAONSWKZBAN5TCAMBQGE&issuer=Example";
        Files.write(folder.resolve("one.png"), QrCode.png(uri));
        Files.write(folder.resolve("other.png"), QrCode.png("otpauth-migration://offline?data=Cg"));
    }
}
