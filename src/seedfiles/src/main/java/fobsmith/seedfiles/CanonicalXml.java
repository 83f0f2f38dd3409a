package fobsmith.seedfiles;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Writes elements and text as they pass, in canonical form (Canonical XML 1.0 section 1.1, Exclusive XML Canonicalization
 * section 3), in memory that depends on their depth only. Comments are left out. One thread.
 */
final class CanonicalXml {
    private final XMLStreamReader parser;
    private final CanonicalForm form;
    private final DigestedText out;
    private final Deque<Map<String, String>> inScope = new ArrayDeque<>();
    private final Deque<Map<String, String>> rendered = new ArrayDeque<>();

    /** Within these namespaces by prefix, of which nothing has been written yet. */
    CanonicalXml(XMLStreamReader parser, CanonicalForm form, Map<String, String> outer, DigestedText out) {
        this.parser = parser;
        this.form = form;
        this.out = out;
        inScope.push(outer);
        rendered.push(Map.of());
    }

    /** Namespaces by prefix, the empty one for the default, of the innermost open element. */
    Map<String, String> namespaces() {
        return inScope.element();
    }

    void startElement() {
        var scope = declared(inScope.element());
        out.append('<');
        name(parser.getPrefix(), parser.getLocalName());
        var before = rendered.element();
        var after = before;
        for (var prefix : candidates(scope)) {
            var namespace = scope.getOrDefault(prefix, "");
            if (!prefix.equals("xml") && !namespace.equals(before.getOrDefault(prefix, ""))) {
                after = with(after, prefix, namespace);
                attribute(prefix.isEmpty() ? "" : "xmlns", prefix.isEmpty() ? "xmlns" : prefix, namespace);
            }
        }
        inScope.push(scope);
        rendered.push(after);
        attributes();
        out.append('>');
    }

    private Map<String, String> declared(Map<String, String> outer) {
        var scope = outer;
        for (int i = 0; i < parser.getNamespaceCount(); i++) {
            scope = with(scope, orEmpty(parser.getNamespacePrefix(i)), orEmpty(parser.getNamespaceURI(i)));
        }
        return scope;
    }

    private static Map<String, String> with(Map<String, String> map, String key, String value) {
        var more = new HashMap<>(map);
        more.put(key, value);
        return more;
    }

    /** Those whose namespace must be written here unless an outer element has; the default comes first. */
    private SortedSet<String> candidates(Map<String, String> scope) {
        var prefixes = new TreeSet<String>();
        if (form.exclusive()) {
            prefixes.add(orEmpty(parser.getPrefix()));
            for (int i = 0; i < parser.getAttributeCount(); i++) {
                var prefix = orEmpty(parser.getAttributePrefix(i));
                if (!prefix.isEmpty()) {
                    prefixes.add(prefix);
                }
            }
            form.inclusivePrefixes().stream().filter(scope::containsKey).forEach(prefixes::add);
        } else if (rendered.size() == 1) {
            prefixes.addAll(scope.keySet());
        } else {
            for (int i = 0; i < parser.getNamespaceCount(); i++) {
                prefixes.add(orEmpty(parser.getNamespacePrefix(i)));
            }
        }
        return prefixes;
    }

    private void attributes() {
        IntStream.range(0, parser.getAttributeCount())
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> orEmpty(parser.getAttributeNamespace(i)))
                        .thenComparing(parser::getAttributeLocalName))
                .forEach(i -> attribute(
                        parser.getAttributePrefix(i), parser.getAttributeLocalName(i), parser.getAttributeValue(i)));
    }

    private void attribute(@Nullable String prefix, String localName, String value) {
        out.append(' ');
        name(prefix, localName);
        out.append("=\"");
        for (int i = 0; i < value.length(); i++) {
            attributeCharacter(value.charAt(i));
        }
        out.append('"');
    }

    private void attributeCharacter(char character) {
        switch (character) {
            case '&' -> out.append("&amp;");
            case '<' -> out.append("&lt;");
            case '"' -> out.append("&quot;");
            case '\t' -> out.append("&#x9;");
            case '\n' -> out.append("&#xA;");
            case '\r' -> out.append("&#xD;");
            default -> out.append(character);
        }
    }

    private void name(@Nullable String prefix, String localName) {
        if (!orEmpty(prefix).isEmpty()) {
            out.append(orEmpty(prefix));
            out.append(':');
        }
        out.append(localName);
    }

    void endElement() {
        out.append("</");
        name(parser.getPrefix(), parser.getLocalName());
        out.append('>');
        inScope.pop();
        rendered.pop();
    }

    void text() {
        var characters = parser.getTextCharacters();
        int end = parser.getTextStart() + parser.getTextLength();
        for (int i = parser.getTextStart(); i < end; i++) {
            switch (characters[i]) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '\r' -> out.append("&#xD;");
                default -> out.append(characters[i]);
            }
        }
    }

    void processingInstruction() {
        out.append("<?");
        out.append(parser.getPITarget());
        var data = orEmpty(parser.getPIData());
        if (!data.isEmpty()) {
            out.append(' ');
            out.append(data);
        }
        out.append("?>");
    }

    private static String orEmpty(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
