package fobsmith.cli.token;

import fobsmith.devices.CodeReading;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a credential said, as it is printed.
 *
 * @param none why there is no code: touch, counter or unusual
 */
record ToldCode(
        String credential,
        @Nullable String code,
        @Nullable String none,
        @Nullable String why) {
    static ToldCode of(CodeReading reading) {
        return switch (reading) {
            case CodeReading.Code(var credential, var code) -> new ToldCode(credential, code.reveal(), null, null);
            case CodeReading.None(var credential, var reason) ->
                new ToldCode(credential, null, reason.name().toLowerCase(Locale.ROOT), reason.words());
        };
    }

    /** Anybody may have chosen the name, so nothing in it steers a terminal. */
    List<String> cells() {
        return List.of(credential.replaceAll("\\p{Cc}", "?"), code == null ? "-" : code, why == null ? "" : why);
    }
}
