package fobsmith.iam.console;

import fobsmith.registry.Tag;
import fobsmith.registry.Token;
import java.util.List;

/** An enabled device with its tags; none where the operator may not see them. */
public record PersonsDevice(Token token, List<Tag> tags) {
    public PersonsDevice {
        tags = List.copyOf(tags);
    }
}
