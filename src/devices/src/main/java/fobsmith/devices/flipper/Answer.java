package fobsmith.devices.flipper;

import java.util.List;
import java.util.Optional;

/** The lines between a command's echo and the next prompt. A log may have slipped in between them. */
record Answer(List<Line> lines) {
    Answer {
        lines = List.copyOf(lines);
    }

    /** The first line that begins so. */
    Optional<Line> beginning(String text) {
        return lines.stream().filter(line -> line.text().startsWith(text)).findFirst();
    }

    boolean contains(String text) {
        return lines.stream().anyMatch(line -> line.text().contains(text));
    }

    /** What the last coloured line says; logs have colours of their own, which say nothing. */
    Line.Verdict verdict() {
        return lines.reversed().stream()
                .map(Line::verdict)
                .filter(verdict -> verdict != Line.Verdict.NONE)
                .findFirst()
                .orElse(Line.Verdict.NONE);
    }
}
