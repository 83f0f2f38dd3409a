package fobsmith.cli;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * What the machine gives a command: time, randomness, environment variables, and what is typed. The only place where they
 * come from.
 */
public record Surroundings(
        InstantSource clock, SecureRandom randomness, Map<String, String> environment, BufferedReader typed) {

    static Surroundings ofThisMachine() {
        var typed = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
        return new Surroundings(InstantSource.system(), new SecureRandom(), System.getenv(), typed);
    }

    public Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
    }

    Path home() {
        return variable("HOME").map(Path::of).orElseGet(() -> Path.of(System.getProperty("user.home")));
    }

    String operatingSystemUser() {
        return System.getProperty("user.name");
    }
}
