package fobsmith.cli.station;

import fobsmith.registry.StationAnswer;
import java.util.List;
import java.util.stream.Collectors;

/** What came of messages, for people: those that were refused are named. */
final class AnswersText {
    private AnswersText() {}

    static String of(List<StationAnswer> answers) {
        long applied = answers.stream().filter(StationAnswer::applied).count();
        return "%d messages applied, %d refused%s"
                .formatted(
                        applied,
                        answers.size() - applied,
                        answers.stream()
                                .filter(answer -> !answer.applied())
                                .map(answer -> "\n  message %d: %s".formatted(answer.sequence(), answer.reason()))
                                .collect(Collectors.joining()));
    }
}
