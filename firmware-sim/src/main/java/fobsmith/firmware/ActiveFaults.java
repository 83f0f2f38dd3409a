package fobsmith.firmware;

import fobsmith.firmware.link.LinkFault;
import fobsmith.firmware.link.LinkFaults;
import fobsmith.firmware.parts.Fault;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a token now.
 *
 * @param token with the token itself
 * @param link with its link; null where nothing is
 * @param timesLeft how many exchanges that will still strike; null where it lasts until it is mended
 */
public record ActiveFaults(
        List<Fault> token,
        @Nullable LinkFault link,
        @Nullable Long timesLeft) {
    public ActiveFaults {
        token = List.copyOf(token);
    }

    static ActiveFaults of(List<Fault> token, Optional<LinkFaults.Setting> link) {
        return new ActiveFaults(
                token,
                link.map(LinkFaults.Setting::fault).orElse(null),
                link.map(LinkFaults.Setting::times)
                        .filter(times -> times != LinkFaults.UNTIL_MENDED)
                        .orElse(null));
    }
}
