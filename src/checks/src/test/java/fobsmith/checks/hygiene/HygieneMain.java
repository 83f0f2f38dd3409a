package fobsmith.checks.hygiene;

import com.sun.management.HotSpotDiagnosticMXBean;
import fobsmith.cli.Terminal;
import fobsmith.iam.service.Endpoint;
import fobsmith.iam.service.HttpService;
import fobsmith.oath.Base32;
import fobsmith.registry.Registry;
import fobsmith.registry.RegistryKey;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.slf4j.bridge.SLF4JBridgeHandler;

/**
 * The product in a JVM of its own, whose memory holds nothing of the test's: {@code REGISTRY KEYFILE INSTANT}. Serves, and
 * obeys lines of words between tabs: {@code type} with the words of a command, {@code plant}, {@code dump}. What commands
 * print goes to standard error, which is a file that is searched too.
 */
final class HygieneMain {
    static final String SERVING = "serving ";
    static final String DONE = "done ";

    /** What is planted comes under this mask, or the line that brings it would be found. */
    static final int MASK = 0x5a;

    private final Path registry;
    private final InstantSource clock;
    private final List<Object> planted = new ArrayList<>();

    private HygieneMain(Path registry, InstantSource clock) {
        this.registry = registry;
        this.clock = clock;
    }

    public static void main(String[] arguments) throws IOException {
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        var clock = InstantSource.fixed(Instant.parse(arguments[2]));
        var registry = Path.of(arguments[0]);
        try (var key = RegistryKey.KeyFile.read(Path.of(arguments[1]));
                var open = Registry.open(registry, key, clock, new SecureRandom());
                var service = HttpService.start(0, new Endpoint(open)::answer)) {
            System.out.println(SERVING + service.uri());
            new HygieneMain(registry, clock).obey();
        }
    }

    private void obey() throws IOException {
        var orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try {
            for (var order = orders.readLine(); order != null; order = orders.readLine()) {
                System.out.println(DONE + obey(List.of(order.split("\t", -1))));
            }
        } finally {
            Reference.reachabilityFence(planted);
        }
    }

    private int obey(List<String> words) throws IOException {
        var rest = words.subList(1, words.size());
        return switch (words.getFirst()) {
            case "type" -> type(rest);
            case "plant" -> plant(HexFormat.of().parseHex(rest.getFirst()));
            case "dump" -> dump(rest.getFirst());
            default -> throw new IllegalArgumentException("no such order");
        };
    }

    /** The first word is the address of the simulated tokens. */
    private int type(List<String> words) {
        var environment = Map.of("FOBSMITH_REGISTRY", registry.toString(), "FOBSMITH_USBIP", words.getFirst());
        var printed = new Terminal(clock, environment)
                .type(words.subList(1, words.size()).toArray());
        System.err.println(printed.out() + printed.err());
        return printed.status();
    }

    /** Three live objects: bytes, a text of one byte for a character, and one of two. */
    private int plant(byte[] masked) {
        for (int i = 0; i < masked.length; i++) {
            masked[i] ^= MASK;
        }
        planted.add(masked);
        planted.add(HexFormat.of().formatHex(masked));
        planted.add(new String(Base32.encode(masked), StandardCharsets.US_ASCII).toCharArray());
        return 0;
    }

    /** Live objects only; this collects all garbage first. */
    private static int dump(String file) throws IOException {
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class).dumpHeap(file, true);
        return 0;
    }
}
