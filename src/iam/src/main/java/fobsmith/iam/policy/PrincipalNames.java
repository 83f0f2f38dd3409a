package fobsmith.iam.policy;

import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.io.JsonStringEncoder;
import tools.jackson.core.json.JsonFactory;

/** The names that the text of a valid trust policy has for those it trusts: {@code Principal} of {@code AWS}. */
final class PrincipalNames {
    private static final Pattern PLACE = Pattern.compile("/Statement(/[0-9]+)?/Principal/AWS(/[0-9]+)?");
    private static final JsonFactory FACTORY = new JsonFactory();

    private PrincipalNames() {}

    /** The text with other names, and otherwise as it is written. */
    static String replace(String text, UnaryOperator<String> naming) {
        var replaced = new StringBuilder();
        int copied = 0;
        try (var parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.VALUE_STRING && isName(parser)) {
                    var name = naming.apply(parser.getString());
                    replaced.append(
                                    text,
                                    copied,
                                    Math.toIntExact(
                                            parser.currentTokenLocation().getCharOffset()))
                            .append(quoted(name));
                    copied = Math.toIntExact(parser.currentLocation().getCharOffset());
                }
            }
        }
        return replaced.append(text, copied, text.length()).toString();
    }

    private static boolean isName(JsonParser parser) {
        return PLACE.matcher(parser.streamReadContext().pathAsPointer().toString())
                .matches();
    }

    private static String quoted(String name) {
        return '"' + new String(JsonStringEncoder.getInstance().quoteAsCharArray(name)) + '"';
    }
}
