package fobsmith.firmware;

import fobsmith.firmware.flash.Flash;
import fobsmith.firmware.parts.Token;
import fobsmith.firmware.token2.Molto2;
import fobsmith.firmware.token2.Molto2Description;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tokens fresh from the factory, without a fleet file.
 *
 * @param serial of the first; the others count on from it
 * @param images folder where each keeps its flash, in a file of its serial's name; empty for tokens that forget
 */
public record FactoryOrder(String serial, int count, Optional<Path> images) {
    /** As many sockets as one USB bus has. */
    private static final int MOST = 999;

    private static final long LAST_SERIAL = 99_999_999_999_999L;

    public FactoryOrder {
        if (count < 1 || count > MOST) {
            throw new IllegalArgumentException("%d tokens are not between 1 and %d".formatted(count, MOST));
        }
        if (!serial.matches("\\d{14}")) {
            throw new IllegalArgumentException("serial \"%s\" is not 14 digits".formatted(serial));
        }
        if (Long.parseLong(serial) > LAST_SERIAL - count + 1) {
            throw new IllegalArgumentException(
                    "serial %s leaves no room for %d tokens of 14 digits".formatted(serial, count));
        }
    }

    /**
     * An order for tokens of a model.
     *
     * @throws IllegalArgumentException where there is no such model
     */
    public static FactoryOrder of(String model, Optional<String> serial, int count, Optional<Path> images) {
        if (!model.equals(Molto2Reader.MODEL)) {
            throw new IllegalArgumentException(
                    "unknown model \"%s\" (known is %s)".formatted(model, Molto2Reader.MODEL));
        }
        return new FactoryOrder(serial.orElse(Molto2Description.FIRST_SERIAL), count, images);
    }

    /** The caller takes them over. */
    List<Token> deliver(InstantSource realTime) {
        var delivered = new ArrayList<Token>();
        try {
            for (int i = 0; i < count; i++) {
                var number = "%014d".formatted(Long.parseLong(serial) + i);
                delivered.add(Molto2.of(Molto2Description.of(number), flash(number), realTime, Challenges.source()));
            }
            return delivered;
        } catch (RuntimeException e) {
            delivered.forEach(Token::close);
            throw e;
        }
    }

    private Flash flash(String number) {
        return images.map(folder -> Flash.open(folder.resolve(number + ".flash")))
                .orElseGet(Flash::inMemory);
    }
}
