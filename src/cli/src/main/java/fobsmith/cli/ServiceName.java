package fobsmith.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a registry's letters call the place where it is. */
public final class ServiceName {
    @Option(
            names = "--service",
            paramLabel = "TEXT",
            description = "Where this registry is, as its stations are to say it (default: this machine's name).")
    private @Nullable String service;

    public String text() {
        return service == null ? RegistryOptions.host() : service;
    }
}
