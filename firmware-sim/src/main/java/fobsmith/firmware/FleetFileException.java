package fobsmith.firmware;

import org.jspecify.annotations.Nullable;

/** A fleet file cannot be read or is wrong; the message names file, object and value, never a seed. */
public final class FleetFileException extends RuntimeException {
    FleetFileException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
