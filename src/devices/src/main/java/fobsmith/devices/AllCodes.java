package fobsmith.devices;

import java.time.Instant;
import java.util.List;

/** A session with a token that tells the codes of all its credentials at once, other people's too. */
public interface AllCodes {
    /**
     * What each credential says at this time, in the token's own order. Nobody is asked for a touch, and no counter moves.
     *
     * @throws DeviceException.Unsupported where this token, with its firmware, cannot
     * @throws DeviceException.Refused where the token is locked
     */
    List<CodeReading> readAllCodes(Instant at);
}
