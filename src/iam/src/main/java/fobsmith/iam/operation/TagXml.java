package fobsmith.iam.operation;

import fobsmith.registry.Page;
import fobsmith.registry.Tag;
import java.util.List;
import java.util.Locale;

/** Tags, as in every answer that shows some. */
final class TagXml {
    private TagXml() {}

    /** A whole listing of tags. */
    static void render(Call call, Page<Tag> page) {
        call.answer().list("Tags", page.items(), tag -> render(call, tag));
        Marker.render(call.answer(), page, tag -> new Marker(tag.key().toLowerCase(Locale.ROOT), ""));
    }

    /** As a member of what wears them; not there where there are none. */
    static void render(Call call, List<Tag> tags) {
        if (!tags.isEmpty()) {
            call.answer().list("Tags", tags, tag -> render(call, tag));
        }
    }

    private static void render(Call call, Tag tag) {
        call.answer().element("Key", tag.key());
        call.answer().element("Value", tag.value());
    }
}
