package fobsmith.desk.hardware;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConversationTest {

    @Test
    void anErrorEndsItWithAnAnswerToo() {
        var conversation = Conversation.begin(_ -> {
            throw new UnsatisfiedLinkError("no usb4java in java.library.path");
        });
        assertThat(conversation.question())
                .isInstanceOfSatisfying(
                        Question.Stopped.class,
                        stopped ->
                                assertThat(stopped.failure()).hasMessageContaining("no usb4java in java.library.path"));
    }
}
