package fobsmith.registry;

import fobsmith.oath.Needed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A PKCS#11 token in software, one for this process, where SoftHSM2's own configuration puts it; deleted at the end. */
public final class SoftToken {
    private static final Path LIBRARY = Path.of("/usr/lib/softhsm/libsofthsm2.so");
    private static final String LABEL =
            "fobsmith test " + ProcessHandle.current().pid();
    private static final Pattern SLOT = Pattern.compile("reassigned to slot (\\d+)");
    private static int slot = -1;

    private SoftToken() {}

    /** Makes the token, where SoftHSM is there to do it. */
    public static synchronized void require() {
        Needed.file(LIBRARY, "softhsm2");
        if (slot >= 0) {
            return;
        }
        var said = run("--init-token", "--free", "--label", LABEL, "--so-pin", "so-pin-1", "--pin", "1234-test");
        var found = SLOT.matcher(said);
        if (!found.find()) {
            Needed.missing("a SoftHSM that makes tokens for this user, whose folder of tokens it may write: " + said);
        }
        slot = Integer.parseInt(found.group(1));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> run("--delete-token", "--token", LABEL)));
    }

    public static Pkcs11Key.Place place(String label) {
        return new Pkcs11Key.Place(LIBRARY, slot, label);
    }

    /** Number of its slot. */
    public static int slot() {
        return slot;
    }

    public static char[] pin() {
        return "1234-test".toCharArray();
    }

    private static String run(String... words) {
        var command = new ArrayList<String>();
        command.add("softhsm2-util");
        command.addAll(List.of(words));
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
