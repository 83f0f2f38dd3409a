package fobsmith.checks.service;

import fobsmith.iam.service.Endpoint;
import fobsmith.iam.service.HttpService;
import fobsmith.iam.wire.WireAnswer;
import fobsmith.iam.wire.WireRequest;
import fobsmith.registry.Registry;
import fobsmith.registry.RegistryKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import org.slf4j.bridge.SLF4JBridgeHandler;

/**
 * The service in a JVM of its own: {@code REGISTRY KEYFILE INSTANT [hold]}. Says where it listens; with {@code hold} it says
 * so when a GetSessionToken has been answered, and never sends that answer. Ends with its standard input.
 */
final class ServiceMain {
    static final String LISTENING = "listening ";
    static final String HELD = "held an answer";

    private ServiceMain() {}

    public static void main(String[] arguments) throws IOException {
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        var clock = InstantSource.fixed(Instant.parse(arguments[2]));
        try (var registry = open(Path.of(arguments[0]), Path.of(arguments[1]), clock);
                var service = HttpService.start(0, handler(registry, arguments.length > 3))) {
            System.out.println(LISTENING + service.uri());
            int more = 0;
            while (more >= 0) {
                more = System.in.read();
            }
        }
    }

    static Registry open(Path file, Path keyFile, InstantSource clock) {
        try (var key = RegistryKey.KeyFile.read(keyFile)) {
            return Registry.open(file, key, clock, new SecureRandom());
        }
    }

    private static HttpService.Handler handler(Registry registry, boolean hold) {
        var endpoint = new Endpoint(registry);
        return hold ? request -> holdSessions(endpoint, request) : endpoint::answer;
    }

    private static WireAnswer holdSessions(Endpoint endpoint, WireRequest request) {
        var answer = endpoint.answer(request);
        if (new String(request.body(), StandardCharsets.UTF_8).contains("Action=GetSessionToken")) {
            System.out.println(HELD);
            waitForEver();
        }
        return answer;
    }

    private static void waitForEver() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
