package fobsmith.seedfiles;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** From when and until when something may be used; null where the file sets no bound. */
record Validity(@Nullable Instant start, @Nullable Instant expiry) {
    static final Validity UNBOUNDED = new Validity(null, null);

    Validity startingAt(Instant instant) {
        return new Validity(instant, expiry);
    }

    Validity expiringAt(Instant instant) {
        return new Validity(start, instant);
    }

    /** The time in which both may be used: the later start, the earlier expiry. */
    Validity narrowedBy(Validity other) {
        var narrowed = this;
        if (other.start != null && (start == null || other.start.isAfter(start))) {
            narrowed = narrowed.startingAt(other.start);
        }
        if (other.expiry != null && (expiry == null || other.expiry.isBefore(expiry))) {
            narrowed = narrowed.expiringAt(other.expiry);
        }
        return narrowed;
    }

    /** Reads the element's {@code xs:dateTime}; RFC 6030 section 4.3.1 means UTC where no zone is given. */
    static Instant date(XmlCursor cursor) {
        var element = cursor.localName();
        var text = cursor.text(64);
        try {
            var parsed = DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
            return parsed instanceof OffsetDateTime zoned
                    ? zoned.toInstant()
                    : LocalDateTime.from(parsed).toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException _) {
            throw cursor.malformed("%s \"%s\" is not a date and time".formatted(element, text));
        }
    }
}
