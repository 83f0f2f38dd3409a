package fobsmith.cli.provision;

import java.io.Reader;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.function.Supplier;

/** Somebody who types a line whenever one is asked for, and goes away when there is none left. */
final class Answers extends Reader {
    private final Queue<Supplier<String>> lines;

    Answers(List<Supplier<String>> lines) {
        this.lines = new ArrayDeque<>(lines);
    }

    @Override
    public int read(char[] buffer, int offset, int length) {
        var next = lines.poll();
        if (next == null) {
            return -1;
        }
        var line = next.get() + "\n";
        line.getChars(0, line.length(), buffer, offset);
        return line.length();
    }

    @Override
    public void close() {}
}
