package fobsmith.iam.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A string of a policy with its variables (User Guide, "Variables and tags"). What is put in for a variable, and its default,
 * is literal: a wildcard, a dollar sign or a colon in it means nothing.
 */
record Template(List<Piece> pieces) {
    private static final Pattern VARIABLE = Pattern.compile("([A-Za-z0-9-]+:[^,'{}]+)(?:, *'([^']*)')?");
    private static final Pattern CHARACTER = Pattern.compile("[*?$]");

    sealed interface Piece permits Span, Variable {}

    /**
     * Written {@code ${key}} or {@code ${key, 'default'}}.
     *
     * @param otherwise the default
     */
    record Variable(String key, @Nullable String otherwise) implements Piece {

        /** A key of several values has none that could be put in. */
        Optional<String> value(RequestContext context) {
            var values = context.values(key);
            return values.size() == 1 ? Optional.of(values.getFirst()) : Optional.ofNullable(otherwise);
        }
    }

    static Template parse(String text, LanguageVersion version) {
        var pieces = new ArrayList<Piece>();
        int from = 0;
        for (int open = open(text, from, version); open >= 0; open = open(text, from, version)) {
            int close = close(text, open);
            pieces.add(new Span(text.substring(from, open), true));
            pieces.add(variable(text.substring(open + 2, close)));
            from = close + 1;
        }
        pieces.add(new Span(text.substring(from), true));
        return new Template(pieces);
    }

    private static int open(String text, int from, LanguageVersion version) {
        return version.hasVariables() ? text.indexOf("${", from) : -1;
    }

    private static int close(String text, int open) {
        boolean quoted = false;
        for (int at = open; at < text.length(); at++) {
            char c = text.charAt(at);
            quoted ^= c == '\'';
            if (c == '}' && !quoted) {
                return at;
            }
        }
        throw new IllegalArgumentException("has a \"${\" without its \"}\"; a dollar sign is written \"${$}\"");
    }

    private static Piece variable(String inside) {
        if (CHARACTER.matcher(inside).matches()) {
            return new Span(inside, false);
        }
        var variable = VARIABLE.matcher(inside);
        if (!variable.matches()) {
            throw new IllegalArgumentException(
                    "has a variable %s; allowed are ${service:key}, ${service:key, 'default'}, ${*}, ${?} and ${$}"
                            .formatted(Quoted.of(inside)));
        }
        return new Variable(variable.group(1), variable.group(2));
    }

    boolean hasVariables() {
        return pieces.stream().anyMatch(Variable.class::isInstance);
    }

    /** With its variables put in; nothing if one has neither value nor default. Wildcards stand as written. */
    Optional<String> text(RequestContext context) {
        return resolved(context).map(spans -> spans.stream().map(Span::text).collect(Collectors.joining()));
    }

    /** Whether a text is like this; none is if a variable has neither value nor default. */
    boolean matches(String text, RequestContext context) {
        return resolved(context).filter(spans -> Glob.of(spans).matches(text)).isPresent();
    }

    private Optional<List<Span>> resolved(RequestContext context) {
        var spans = new ArrayList<Span>();
        for (var piece : pieces) {
            switch (piece) {
                case Span span -> spans.add(span);
                case Variable variable -> variable.value(context).ifPresent(value -> spans.add(new Span(value, false)));
            }
        }
        return spans.size() == pieces.size() ? Optional.of(spans) : Optional.empty();
    }

    /** Cut at its own colons into this many parts at most; colons that variables bring in do not cut. */
    List<Template> split(int most) {
        var parts = new ArrayList<Template>();
        var part = new ArrayList<Piece>();
        for (var piece : pieces) {
            var rest = piece;
            while (rest instanceof Span span && span.text().contains(":") && parts.size() < most - 1) {
                int colon = span.text().indexOf(':');
                part.add(new Span(span.text().substring(0, colon), span.wild()));
                parts.add(new Template(List.copyOf(part)));
                part.clear();
                rest = new Span(span.text().substring(colon + 1), span.wild());
            }
            part.add(rest);
        }
        parts.add(new Template(List.copyOf(part)));
        return parts;
    }

    boolean isExactly(String text) {
        return pieces.size() == 1
                && pieces.getFirst() instanceof Span span
                && span.text().equals(text);
    }

    boolean endsInAnything() {
        return pieces.getLast() instanceof Span span
                && span.wild()
                && span.text().endsWith("*");
    }
}
