package fobsmith.cli.station;

import fobsmith.registry.StationStanding;

/** How a station stands, for people. */
final class StandingText {
    private StandingText() {}

    static String of(StationStanding standing) {
        if (standing.number() == null) {
            return "this station has not joined a registry; its key has the fingerprint\n  %s"
                    .formatted(standing.fingerprint());
        }
        return """
                station %d "%s", key %s
                writes for the registry of account %s on %s, key %s
                %d messages, %d without an answer""".formatted(
                        standing.number(),
                        standing.name(),
                        standing.fingerprint(),
                        standing.account(),
                        standing.service(),
                        standing.registryFingerprint(),
                        standing.messages(),
                        standing.waiting());
    }
}
