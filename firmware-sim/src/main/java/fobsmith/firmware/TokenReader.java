package fobsmith.firmware;

import fobsmith.firmware.parts.Token;
import java.time.InstantSource;

/** Reads one token of whatever model, as fleet files and the control API describe it: by {@code model}, else a fob. */
final class TokenReader {
    private TokenReader() {}

    static Token read(Json token, InstantSource realTime) {
        if (!token.has("model")) {
            return FobReader.read(token, realTime);
        }
        var model = token.text("model");
        if (model.equals(Molto2Reader.MODEL)) {
            return Molto2Reader.read(token, realTime);
        }
        throw new Json.Complaint("unknown model \"%s\" (known is %s)".formatted(model, Molto2Reader.MODEL));
    }
}
