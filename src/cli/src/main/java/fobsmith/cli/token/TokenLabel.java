package fobsmith.cli.token;

import fobsmith.cli.CliException;
import fobsmith.cli.Surroundings;
import fobsmith.registry.Actor;
import fobsmith.registry.Registry;
import fobsmith.registry.SerialNumber;
import fobsmith.registry.Tag;
import fobsmith.registry.Token;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "label",
        mixinStandardHelpOptions = true,
        description = {
            "Write on a token's row what people should know it by: a drawer, a colour. Without TEXT the label goes.",
            "It is the tag named \"label\", which clients of IAM see too."
        })
final class TokenLabel extends TokenVerb {
    private static final String KEY = "label";
    /** Of a tag's value, in IAM's service model. */
    private static final Pattern TEXT = Pattern.compile("[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]{1,256}");

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "TEXT",
            description = "1 to 256 letters, digits, blanks or _.:/=+-@")
    private @Nullable String text;

    TokenLabel(Surroundings surroundings) {
        super(surroundings);
    }

    static Optional<String> of(Registry registry, Token token) {
        return registry.tags().of(token).stream()
                .filter(tag -> tag.key().equalsIgnoreCase(KEY))
                .map(Tag::value)
                .findFirst();
    }

    @Override
    protected void act(Registry registry, Actor operator, SerialNumber number) {
        if (text == null) {
            registry.tags().remove(operator, number, List.of(KEY));
            return;
        }
        if (!TEXT.matcher(text).matches()) {
            throw new CliException(
                    "\"%s\" is no label of 1 to 256 letters, digits, blanks or _.:/=+-@".formatted(text), "");
        }
        registry.tags().put(operator, number, List.of(new Tag(KEY, text)));
    }

    @Override
    protected String said(TokenView now) {
        return text == null
                ? "%s has no label".formatted(now.serial())
                : "%s is labelled \"%s\"".formatted(now.serial(), text);
    }
}
