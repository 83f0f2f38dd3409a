package fobsmith.registry;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the audit trail keeps of a document before and after a change: SHA-256 and length in bytes. Documents may name
 * people, and the trail cannot be erased; whoever kept a document tells by these whether it was this one.
 */
final class DocumentTrace {
    private DocumentTrace() {}

    /** Null where there was or will be none. */
    static Map<String, String> of(String name, @Nullable String before, @Nullable String after) {
        var trace = new TreeMap<String, String>();
        put(trace, name, "Before", before);
        put(trace, name, "After", after);
        return trace;
    }

    private static void put(Map<String, String> trace, String name, String when, @Nullable String document) {
        if (document != null) {
            var bytes = document.getBytes(UTF_8);
            trace.put(name + "Sha256" + when, Sha256.hex(bytes));
            trace.put(name + "Bytes" + when, Integer.toString(bytes.length));
        }
    }
}
