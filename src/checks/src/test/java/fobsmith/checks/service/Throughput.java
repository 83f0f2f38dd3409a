package fobsmith.checks.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fobsmith.iam.service.Endpoint;
import fobsmith.iam.service.HttpService;
import fobsmith.iam.wire.WireAnswer;
import fobsmith.registry.Registry;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;

/**
 * Requests a second with 32 connections of wrk, beside a handler on the same server that does nothing. Measures and judges
 * nothing, so it bears no name that the build runs: scripts/bench-http does.
 */
class Throughput {
    private static final Path WRK = Path.of("/usr/bin/wrk");
    private static final Pattern RATE = Pattern.compile("Requests/sec: +([0-9.]+)");

    @TempDir
    Path folder;

    @Test
    void besideAHandlerThatDoesNothing() throws Exception {
        assumeTrue(Files.isExecutable(WRK), "needs wrk; install the package wrk");
        try (var station = new Station(folder);
                var registry = station.open();
                var service = HttpService.start(0, new Endpoint(registry)::answer);
                var noOp = HttpService.start(0, _ -> WireAnswer.of(200, "id", "<Nothing/>"))) {
            var caller = caller(station, registry, service.uri());
            var identity = "Action=GetCallerIdentity&Version=2011-06-15";
            var nothing = rate(noOp.uri(), script("nothing", identity, caller.sign("sts", identity)));
            say("a handler that does nothing", nothing, nothing);
            say(
                    "sts GetCallerIdentity",
                    rate(service.uri(), script("sts", identity, caller.sign("sts", identity))),
                    nothing);
            var user = "Action=GetUser&Version=2010-05-08";
            say("iam GetUser", rate(service.uri(), script("iam", user, caller.sign("iam", user))), nothing);
        }
    }

    private static Caller caller(Station station, Registry registry, URI service) {
        return station.caller(service, Station.newKey(registry, registry.users().get("administrator")));
    }

    private Path script(String name, String body, SignedRequest signed) throws IOException {
        var lua = new StringBuilder("wrk.method = \"POST\"\nwrk.body = \"%s\"\n".formatted(body));
        signed.request().forEachHeader((header, values) -> {
            // wrk writes this one itself.
            if (!header.equalsIgnoreCase("Host")) {
                lua.append("wrk.headers[\"%s\"] = \"%s\"\n".formatted(header, values.getFirst()));
            }
        });
        return Files.writeString(folder.resolve(name + ".lua"), lua);
    }

    /** The second of two runs; the first warms the machine up. */
    private static double rate(URI service, Path script) throws IOException, InterruptedException {
        wrk(service, script, "5s");
        return wrk(service, script, "10s");
    }

    private static double wrk(URI service, Path script, String duration) throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        WRK.toString(), "-t1", "-c32", "-d" + duration, "-s", script.toString(), service.toString())
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said).doesNotContain("Non-2xx");
        var rate = RATE.matcher(said);
        assertThat(rate.find()).as(said).isTrue();
        return Double.parseDouble(rate.group(1));
    }

    private static void say(String what, double rate, double nothing) {
        System.out.printf("%-28s %8.0f requests a second, %3.0f %%%n", what, rate, 100 * rate / nothing);
    }
}
