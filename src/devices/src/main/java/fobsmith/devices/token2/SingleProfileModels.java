package fobsmith.devices.token2;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/** Which of the vendor's single-profile tokens a serial number is of: token2/keyroost, docs/PROTOCOL-token2prog.md. */
final class SingleProfileModels {
    private static final Map<String, String> BY_PREFIX = Map.of(
            "8659612", "OTPC-P1-i",
            "8659622", "OTPC-P2-i",
            "8659621", "OTPC-P2-i-NB",
            "8659600", "miniOTP-2-i",
            "8659601", "miniOTP-3-i",
            "8659609", "miniOTP-3-i-NB",
            "8659610", "C301-i",
            "8659632", "C302-i");

    private SingleProfileModels() {}

    static Optional<String> of(String serial) {
        return BY_PREFIX.entrySet().stream()
                .filter(entry -> serial.startsWith(entry.getKey()))
                .max(Comparator.comparingInt(entry -> entry.getKey().length()))
                .map(Map.Entry::getValue);
    }
}
