package fobsmith.firmware.flipper;

import java.util.List;

/** Usage and version. The usage is shorter than the application's. */
final class HelpCommand {
    private static final String VERSION = "5.19.0";

    private static final List<String> USAGE = List.of(
            "Usage:",
            "  totp (help | h | ?)",
            "  totp version",
            "  totp (list | ls) [--tsv]",
            "  totp (lsattr | cat) <index> [--tsv]",
            "  totp (add | mk | new) <name> [<option>]...",
            "  totp (update) <index> [-n <name>] [-s] [<option>]...",
            "  totp (delete | rm) <index> [-f]",
            "  totp (move | mv) <index> <new_index>",
            "  totp pin (set | remove) [-c <slot>]",
            "  totp notify [none | sound | vibro]...",
            "  totp (timezone | tz) [<timezone>]",
            "  totp reset",
            "  totp automation [-k <layout>] [-w <delay>] [none | usb | bt]...",
            "  totp export");

    private HelpCommand() {}

    static void help(Arguments arguments, Output output) {
        USAGE.forEach(output::line);
    }

    static void version(Arguments arguments, Output output) {
        output.line(VERSION);
    }
}
