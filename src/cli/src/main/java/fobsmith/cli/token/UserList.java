package fobsmith.cli.token;

import fobsmith.cli.CliException;
import fobsmith.registry.Registry;
import fobsmith.registry.Reservation;
import fobsmith.registry.SerialNumber;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A file of lines {@code serial,user}: which token is for whom. Blank lines and those that begin with # say nothing; neither
 * does the byte order mark that spreadsheets put in front.
 */
final class UserList {
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private UserList() {}

    /** Every user must be there; whether the tokens are is seen when they are reserved. */
    static List<Reservation> read(Path file, String prefix, Registry registry) {
        var reservations = new ArrayList<Reservation>();
        int number = 0;
        for (var line : lines(file)) {
            number++;
            if (!line.isBlank() && !line.startsWith("#")) {
                reservations.add(reservation(file, number, line, prefix, registry));
            }
        }
        return reservations;
    }

    private static List<String> lines(Path file) {
        try {
            var text = Files.readString(file);
            return (text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new CliException(
                    "cannot read the list of users %s: %s".formatted(file, e.getMessage()),
                    "name a text file in UTF-8 with lines \"serial,user\"");
        }
    }

    private static Reservation reservation(Path file, int number, String line, String prefix, Registry registry) {
        var fields = line.split(",", -1);
        if (fields.length != 2) {
            throw new CliException(
                    "line %d of %s is not \"serial,user\"".formatted(number, file), "nothing was imported");
        }
        var user = registry.users()
                .find(fields[1].strip())
                .orElseThrow(() -> new CliException(
                        "line %d of %s names user \"%s\", who is not in the registry"
                                .formatted(number, file, fields[1].strip()),
                        "nothing was imported; \"fobsmith user create\" makes users"));
        return new Reservation(new SerialNumber.Hardware(prefix + fields[0].strip()), user);
    }
}
