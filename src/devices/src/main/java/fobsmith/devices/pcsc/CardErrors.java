package fobsmith.devices.pcsc;

import fobsmith.devices.DeviceException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the service's error codes mean to us. Java hands them out as the names of PC/SC part 5 and part 10 in the message of a cause
 * whose class is its own.
 */
final class CardErrors {
    private CardErrors() {}

    /** The name of the code, or else what is said; never null. */
    static String code(Throwable failure) {
        for (@Nullable Throwable at = failure; at != null; at = at.getCause()) {
            var said = at.getMessage();
            if (said != null && said.startsWith("SCARD_")) {
                return said;
            }
        }
        return String.valueOf(failure.getMessage());
    }

    /** Whether the service itself is not there, or is another than the one that was spoken to. */
    static boolean isOfService(Throwable failure) {
        return switch (code(failure)) {
            case "SCARD_E_NO_SERVICE", "SCARD_E_SERVICE_STOPPED", "SCARD_E_INVALID_HANDLE", "SCARD_F_COMM_ERROR" ->
                true;
            default -> false;
        };
    }

    static boolean isNoReader(Throwable failure) {
        return code(failure).equals("SCARD_E_NO_READERS_AVAILABLE");
    }

    static DeviceException noService(Throwable failure) {
        return new DeviceException.Unavailable(
                "the PC/SC service does not run (%s)".formatted(code(failure)),
                "start it: systemctl start pcscd.socket; or install it: apt-get install pcscd",
                failure);
    }

    /** Why a card cannot be opened. */
    static DeviceException opening(Throwable failure, String place) {
        var code = code(failure);
        return switch (code) {
            case "SCARD_E_SHARING_VIOLATION" -> held(failure, place);
            case "SCARD_W_SECURITY_VIOLATION" ->
                new DeviceException.Unavailable(
                        "this user may not use " + place,
                        "let polkit allow it: org.debian.pcsc-lite.access_card",
                        failure);
            case "SCARD_W_UNRESPONSIVE_CARD", "SCARD_W_UNPOWERED_CARD", "SCARD_W_UNSUPPORTED_CARD" ->
                new DeviceException.Unavailable(
                        "the card at %s does not answer".formatted(place),
                        "turn it over, or plug it in again",
                        failure);
            default -> new DeviceException.LinkLost("%s is gone (%s)".formatted(place, code), failure);
        };
    }

    static DeviceException held(Throwable failure, String place) {
        return new DeviceException.Unavailable(
                "another program holds " + place, "end that program, often gpg's scdaemon or a browser", failure);
    }

    /** The service itself is silent, not a card that was asked something. */
    static DeviceException silentService(Throwable failure, Duration limit) {
        return new DeviceException.Unavailable(
                "the PC/SC service has not answered within %d ms".formatted(limit.toMillis()),
                "pull out cards that do not answer, or restart it: systemctl restart pcscd",
                failure);
    }
}
