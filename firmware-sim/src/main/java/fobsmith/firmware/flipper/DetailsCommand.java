package fobsmith.firmware.flipper;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One entry, as a table or with tabs between. */
final class DetailsCommand {
    private static final String RULE = "+----------------------+------------------------------+";
    private static final String ROW = "| %-20s | %-28.28s |";
    private static final String TABBED = "%s\t%s";

    private final Entries entries;

    private record Property(String name, String value) {}

    DetailsCommand(Entries entries) {
        this.entries = entries;
    }

    void run(Arguments arguments, Output output) {
        var index = Indexes.read(arguments, entries);
        if (index.isEmpty()) {
            output.invalidArguments();
            return;
        }
        var properties = properties(index.getAsInt());
        if (arguments.word().orElse("").equalsIgnoreCase(ListCommand.TABS)) {
            row(TABBED, new Property("Property", "Value"), output);
            properties.forEach(property -> row(TABBED, property, output));
        } else {
            output.line(RULE);
            row(ROW, new Property("Property", "Value"), output);
            output.line(RULE);
            properties.forEach(property -> row(ROW, property, output));
            output.line(RULE);
        }
    }

    private static void row(String form, Property property, Output output) {
        output.line(form.formatted(property.name, property.value));
    }

    private List<Property> properties(int index) {
        var entry = entries.get(index);
        var moving = entry.kind() == Kind.HOTP
                ? new Property("Token counter", Long.toUnsignedString(entry.counter()))
                : new Property("Token lifetime", Integer.toString(entry.step()));
        var properties = new ArrayList<>(List.of(
                new Property("Index", Integer.toString(index + 1)),
                new Property("Type", entry.kind().text()),
                new Property("Name", entry.name()),
                new Property("Hashing algorithm", entry.hash().text()),
                new Property("Number of digits", Integer.toString(entry.digits())),
                moving));
        features(entry, properties);
        return properties;
    }

    /** The first in the row of its name, the others below. */
    private static void features(Entry entry, List<Property> properties) {
        var name = "Automation features";
        if (entry.features() == 0) {
            properties.add(new Property(name, "None"));
        }
        for (var feature : Arrays.stream(Feature.values()).filter(entry::has).toList()) {
            properties.add(new Property(name, feature.description()));
            name = "";
        }
    }
}
