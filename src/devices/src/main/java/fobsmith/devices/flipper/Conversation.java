package fobsmith.devices.flipper;

import java.util.ArrayList;
import java.util.List;

/**
 * What has come since a command was typed. Everything before its echo is a leftover of what was said earlier: a log, a second
 * prompt, the banner of a shell that has just begun.
 */
final class Conversation {
    static final String PROMPT = ">: ";

    private final String command;
    private final Screen screen = new Screen();

    Conversation(String command) {
        this.command = command;
    }

    void hear(byte[] bytes) {
        screen.show(bytes);
    }

    boolean echoed() {
        return screen.lines().stream().anyMatch(this::isEcho);
    }

    /** The echo may stand behind prompts that nobody answered. */
    private boolean isEcho(Line line) {
        var text = line.text();
        while (text.startsWith(PROMPT)) {
            text = text.substring(PROMPT.length());
        }
        return text.equals(command);
    }

    /** Whether the shell waits for the next command. */
    boolean prompted() {
        return sinceEcho().stream().anyMatch(line -> line.text().startsWith(PROMPT));
    }

    boolean asks(String question) {
        return sinceEcho().stream().anyMatch(line -> line.text().startsWith(question));
    }

    /** How many characters of a secret have been taken, each of which shows as a star. */
    long stars() {
        return sinceEcho().stream()
                .flatMapToInt(line -> line.text().chars())
                .filter(character -> character == '*')
                .count();
    }

    /** Forgets what has come: it may repeat a secret that should have been hidden. */
    void wipe() {
        screen.wipe();
    }

    Answer answer() {
        return new Answer(sinceEcho().stream()
                .takeWhile(line -> !line.text().startsWith(PROMPT))
                .toList());
    }

    /** The line that is not ended among them. */
    private List<Line> sinceEcho() {
        var all = new ArrayList<>(screen.lines());
        all.add(screen.current());
        for (int i = 0; i < all.size() - 1; i++) {
            if (isEcho(all.get(i))) {
                return all.subList(i + 1, all.size());
            }
        }
        return List.of();
    }
}
