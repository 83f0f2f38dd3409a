package fobsmith.cli.demo;

import java.io.PrintWriter;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells each step with what was sent and answered. Secrets are shown by their first characters only. */
final class Narrator {
    private static final Set<String> SECRETS =
            Set.of("SecretAccessKey", "SessionToken", "Base32StringSeed", "QRCodePNG");

    private final PrintWriter out;
    private int step;

    Narrator(PrintWriter out) {
        this.out = out;
    }

    void step(String title) {
        step++;
        line("");
        line("%d. %s".formatted(step, title));
    }

    void say(String text) {
        line("   " + text);
    }

    void sent(String who, Map<String, String> parameters) {
        var text = parameters.entrySet().stream()
                .filter(parameter -> !parameter.getKey().equals("Version"))
                .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
                .collect(Collectors.joining(" "));
        line("   > %s: %s".formatted(who, text));
    }

    void answered(Answer answer) {
        line("   < %d %s".formatted(answer.status(), answer.summary(SECRETS)));
    }

    void block(String text) {
        line("");
        text.lines().forEach(this::line);
    }

    private void line(String text) {
        out.println(text);
        out.flush();
    }
}
