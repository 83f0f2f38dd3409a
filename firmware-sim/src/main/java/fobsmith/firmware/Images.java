package fobsmith.firmware;

import fobsmith.firmware.flash.Flash;
import java.nio.file.Path;

/** Where a described token keeps its flash: in the file {@code image} names; else it forgets with the simulator. */
final class Images {
    private Images() {}

    static Flash flash(Json token) {
        return token.has("image") ? Flash.open(Path.of(token.text("image"))) : Flash.inMemory();
    }
}
