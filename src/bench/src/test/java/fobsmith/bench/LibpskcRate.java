package fobsmith.bench;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** Keys a second that libpskc parses of a plain PSKC file, called as a C program would, and the memory it takes. */
@SuppressWarnings("restricted")
public final class LibpskcRate {
    private static final Linker LINKER = Linker.nativeLinker();

    private LibpskcRate() {}

    /** {@code FILE}. */
    public static void main(String[] arguments) throws Throwable {
        var file = Path.of(arguments[0]);
        try (var arena = Arena.ofConfined();
                var channel = FileChannel.open(file)) {
            var library = SymbolLookup.libraryLookup("libpskc.so.0", arena);
            int keys = parse(library, channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena), arena);
            if (keys == 0) {
                System.exit(1);
            }
        }
    }

    private static int parse(SymbolLookup library, MemorySegment content, Arena arena) throws Throwable {
        require((int) function(library, "pskc_global_init", FunctionDescriptor.of(ValueLayout.JAVA_INT))
                .invoke());
        var place = arena.allocate(ValueLayout.ADDRESS);
        require((int) function(library, "pskc_init", FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS))
                .invoke(place));
        var container = place.get(ValueLayout.ADDRESS, 0);
        var parsing = function(
                library,
                "pskc_parse_from_memory",
                FunctionDescriptor.of(
                        ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_LONG, ValueLayout.ADDRESS));
        var watch = new Stopwatch();
        require((int) parsing.invoke(container, content.byteSize(), content));
        int keys = count(library, container);
        System.out.printf(
                "%-9s %-24s %s, peak of the process %s%n", "plain", "parsed by libpskc", watch.rate(keys), peak());
        return keys;
    }

    private static int count(SymbolLookup library, MemorySegment container) throws Throwable {
        var packageAt = function(
                library,
                "pskc_get_keypackage",
                FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.JAVA_LONG));
        int keys = 0;
        while (((MemorySegment) packageAt.invoke(container, (long) keys)).address() != 0) {
            keys++;
        }
        return keys;
    }

    private static MethodHandle function(SymbolLookup library, String name, FunctionDescriptor type) {
        return LINKER.downcallHandle(library.find(name).orElseThrow(), type);
    }

    private static void require(int code) {
        if (code != 0) {
            throw new IllegalStateException("libpskc answers " + code);
        }
    }

    private static String peak() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .map(line -> "%d MiB".formatted(Long.parseLong(line.replaceAll("\\D", "")) / 1024))
                .findFirst()
                .orElse("unknown");
    }
}
