package fobsmith.seedfiles;

import fobsmith.seedfiles.PinPolicy.UsageMode;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads a PINPolicy; what it does not know in it is not understood, as anywhere in a policy. */
final class PinPolicyReader {
    private static final Set<String> ATTRIBUTES =
            Set.of("PINKeyId", "PINUsageMode", "MaxFailedAttempts", "MinLength", "MaxLength", "PINEncoding");

    private final XmlCursor cursor;
    private final Subject subject;
    private final Function<String, SeedFileException> notUnderstood;

    PinPolicyReader(XmlCursor cursor, Subject subject, Function<String, SeedFileException> notUnderstood) {
        this.cursor = cursor;
        this.subject = subject;
        this.notUnderstood = notUnderstood;
    }

    PinPolicy read() {
        for (var attribute : cursor.attributeNames()) {
            if (!ATTRIBUTES.contains(attribute)) {
                throw notUnderstood.apply("an attribute of PINPolicy");
            }
        }
        var policy = new PinPolicy(
                usageMode(),
                cursor.attribute("PINKeyId"),
                cursor.attribute("PINEncoding"),
                number("MinLength"),
                number("MaxLength"),
                number("MaxFailedAttempts"));
        cursor.eachChild(_ -> {
            throw notUnderstood.apply("an element in PINPolicy");
        });
        return policy;
    }

    private UsageMode usageMode() {
        var word = cursor.attribute("PINUsageMode");
        return Stream.of(UsageMode.values())
                .filter(mode -> mode.toString().equals(word))
                .findFirst()
                .orElseThrow(() -> notUnderstood.apply("PINUsageMode \"%s\"".formatted(word)));
    }

    private int number(String attribute) {
        var text = cursor.attribute(attribute);
        int number = text.isEmpty() ? 0 : subject.number(attribute, text);
        if (number < 0) {
            throw subject.malformed("has a negative %s".formatted(attribute));
        }
        return number;
    }
}
