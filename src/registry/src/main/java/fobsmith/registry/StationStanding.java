package fobsmith.registry;

import org.jspecify.annotations.Nullable;

/**
 * How the station stands.
 *
 * @param number null until it has joined, as name, service and registry's fingerprint are
 * @param waiting messages without an answer
 */
public record StationStanding(
        String fingerprint,
        @Nullable Integer number,
        @Nullable String name,
        @Nullable String account,
        @Nullable String service,
        @Nullable String registryFingerprint,
        long messages,
        long waiting) {}
