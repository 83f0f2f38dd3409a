package fobsmith.desk.cable;

import fobsmith.desk.Bench;
import fobsmith.desk.Shift;
import fobsmith.devices.Candidate;
import fobsmith.devices.CodeReader;
import fobsmith.devices.DeviceException;
import fobsmith.oath.OneTimePassword;
import fobsmith.provisioning.Identity;
import fobsmith.provisioning.TokenReading;
import fobsmith.registry.SerialNumber;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Finds the tokens on a cable that tell their codes there, and reads them. Blocks. Thread-safe. */
final class CableCodes {
    private final Bench bench;
    private final TokenReading reading;

    /** Of what is plugged in: a token is opened once to learn that, not at each look. */
    private final Map<String, Boolean> tells = new ConcurrentHashMap<>();

    CableCodes(Shift shift) {
        bench = shift.desk().bench();
        reading = new TokenReading(shift.desk().registry(), shift.console()::reader, shift.clock());
    }

    /** Whether this token is there and tells its codes. */
    boolean isThere(SerialNumber serial) {
        return telling().stream().anyMatch(told -> Identity.isOf(told, serial));
    }

    /** Whether any is. */
    boolean isAnyThere() {
        return !telling().isEmpty();
    }

    /**
     * The code of now.
     *
     * @throws DeviceException where the token is not there any more, or does not tell
     */
    OneTimePassword read(SerialNumber serial) {
        var told = telling().stream().filter(one -> Identity.isOf(one, serial)).findFirst();
        return bench.with(told.orElse(serial.value()), session -> reading.read(session, serial));
    }

    /** The code of now of the only one there is; empty where there is none, or more than one. */
    Optional<OneTimePassword> readOnly() {
        var there = telling();
        return there.size() == 1 ? Optional.of(read(new SerialNumber.Hardware(there.getFirst()))) : Optional.empty();
    }

    private List<String> telling() {
        var there = bench.scan().stream()
                .filter(Candidate.Usable.class::isInstance)
                .map(one -> ((Candidate.Usable) one).serial())
                .toList();
        tells.keySet().retainAll(there);
        return there.stream().filter(this::tells).toList();
    }

    /** One that could not be opened is asked again. */
    private boolean tells(String serial) {
        var before = tells.get(serial);
        if (before != null) {
            return before;
        }
        try {
            boolean now = bench.with(serial, session -> session instanceof CodeReader);
            tells.put(serial, now);
            return now;
        } catch (DeviceException _) {
            return false;
        }
    }
}
