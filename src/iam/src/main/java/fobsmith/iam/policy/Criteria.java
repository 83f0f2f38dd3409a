package fobsmith.iam.policy;

import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntPredicate;

/**
 * What a condition's value asks of a request's value, by kind of operator. Variables are known to strings and ARNs only. A
 * value of the policy that is none of its kind is refused when the policy is read; one of the request fits nothing.
 */
final class Criteria {
    private Criteria() {}

    static Criterion sameText(String written, LanguageVersion version) {
        var template = Template.parse(written, version);
        return new Criterion(
                written,
                (value, context) -> template.text(context).filter(value::equals).isPresent());
    }

    static Criterion sameTextInAnyCase(String written, LanguageVersion version) {
        var template = Template.parse(written, version);
        return new Criterion(
                written,
                (value, context) ->
                        template.text(context).filter(value::equalsIgnoreCase).isPresent());
    }

    static Criterion likeText(String written, LanguageVersion version) {
        return new Criterion(written, Template.parse(written, version)::matches);
    }

    static Criterion likeArn(String written, LanguageVersion version) {
        var template = Template.parse(written, version);
        var pattern = ArnPattern.find(template);
        if (pattern.isEmpty() && !template.hasVariables()) {
            throw new IllegalArgumentException("is no ARN; allowed are \"*\" and six parts divided by colons");
        }
        // What a variable may yet complete to an ARN is compared as a whole.
        return pattern.map(arn -> new Criterion(written, arn::matches))
                .orElseGet(() -> new Criterion(written, template::matches));
    }

    static Criterion number(String written, IntPredicate order) {
        return compared(written, DecimalNumber::find, order, "is no decimal number");
    }

    static Criterion date(String written, IntPredicate order) {
        return compared(
                written,
                Moment::find,
                order,
                "is no date; allowed are ISO 8601, such as 2026-12-31T23:59:59Z, and seconds since 1970");
    }

    private static <T extends Comparable<T>> Criterion compared(
            String written, Function<String, Optional<T>> reader, IntPredicate order, String otherwise) {
        var wanted = reader.apply(written).orElseThrow(() -> new IllegalArgumentException(otherwise));
        return new Criterion(
                written,
                (value, _) -> reader.apply(value)
                        .filter(found -> order.test(found.compareTo(wanted)))
                        .isPresent());
    }

    static Criterion truth(String written) {
        if (!written.equalsIgnoreCase("true") && !written.equalsIgnoreCase("false")) {
            throw new IllegalArgumentException("is no truth value; allowed are true and false");
        }
        return new Criterion(written, (value, _) -> value.equalsIgnoreCase(written));
    }

    static Criterion sameBytes(String written) {
        var wanted = bytes(written).orElseThrow(() -> new IllegalArgumentException("is not in base64"));
        return new Criterion(
                written,
                (value, _) -> bytes(value)
                        .filter(found -> Arrays.equals(found, wanted))
                        .isPresent());
    }

    static Criterion within(String written) {
        var range = AddressRange.find(written)
                .orElseThrow(() -> new IllegalArgumentException(
                        "is no IP address or range; allowed are such as 203.0.113.0/24 and 2001:db8::/32"));
        return new Criterion(
                written,
                (value, _) ->
                        AddressRange.address(value).filter(range::contains).isPresent());
    }

    private static Optional<byte[]> bytes(String base64) {
        try {
            return Optional.of(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
