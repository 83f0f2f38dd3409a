package fobsmith.iam.policy;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The condition operators, without what may be added before and behind their names. */
enum Comparison {
    STRING_EQUALS("StringEquals"),
    STRING_NOT_EQUALS("StringNotEquals"),
    STRING_EQUALS_IGNORE_CASE("StringEqualsIgnoreCase"),
    STRING_NOT_EQUALS_IGNORE_CASE("StringNotEqualsIgnoreCase"),
    STRING_LIKE("StringLike"),
    STRING_NOT_LIKE("StringNotLike"),
    NUMERIC_EQUALS("NumericEquals"),
    NUMERIC_NOT_EQUALS("NumericNotEquals"),
    NUMERIC_LESS_THAN("NumericLessThan"),
    NUMERIC_LESS_THAN_EQUALS("NumericLessThanEquals"),
    NUMERIC_GREATER_THAN("NumericGreaterThan"),
    NUMERIC_GREATER_THAN_EQUALS("NumericGreaterThanEquals"),
    DATE_EQUALS("DateEquals"),
    DATE_NOT_EQUALS("DateNotEquals"),
    DATE_LESS_THAN("DateLessThan"),
    DATE_LESS_THAN_EQUALS("DateLessThanEquals"),
    DATE_GREATER_THAN("DateGreaterThan"),
    DATE_GREATER_THAN_EQUALS("DateGreaterThanEquals"),
    BOOL("Bool"),
    BINARY_EQUALS("BinaryEquals"),
    IP_ADDRESS("IpAddress"),
    NOT_IP_ADDRESS("NotIpAddress"),
    ARN_EQUALS("ArnEquals"),
    ARN_NOT_EQUALS("ArnNotEquals"),
    ARN_LIKE("ArnLike"),
    ARN_NOT_LIKE("ArnNotLike"),
    /** Compares not the key's value but whether it is missing. */
    NULL("Null");

    private final String written;

    Comparison(String written) {
        this.written = written;
    }

    String written() {
        return written;
    }

    /** Whether it holds where none of its values fits. */
    boolean isNegated() {
        return written.contains("Not");
    }

    /** Whether a value of the request is of this kind: what is no number or no date is neither the same nor another. */
    boolean canCompare(String value) {
        return switch (this) {
            case NUMERIC_NOT_EQUALS -> DecimalNumber.find(value).isPresent();
            case DATE_NOT_EQUALS -> Moment.find(value).isPresent();
            default -> true;
        };
    }

    /** What a value in the policy asks for. Complaints go on after "the value X of the key Y". */
    Criterion criterion(String value, LanguageVersion version) {
        return switch (this) {
            case STRING_EQUALS, STRING_NOT_EQUALS -> Criteria.sameText(value, version);
            case STRING_EQUALS_IGNORE_CASE, STRING_NOT_EQUALS_IGNORE_CASE -> Criteria.sameTextInAnyCase(value, version);
            case STRING_LIKE, STRING_NOT_LIKE -> Criteria.likeText(value, version);
            case ARN_EQUALS, ARN_NOT_EQUALS, ARN_LIKE, ARN_NOT_LIKE -> Criteria.likeArn(value, version);
            case NUMERIC_EQUALS, NUMERIC_NOT_EQUALS -> Criteria.number(value, order -> order == 0);
            case NUMERIC_LESS_THAN -> Criteria.number(value, order -> order < 0);
            case NUMERIC_LESS_THAN_EQUALS -> Criteria.number(value, order -> order <= 0);
            case NUMERIC_GREATER_THAN -> Criteria.number(value, order -> order > 0);
            case NUMERIC_GREATER_THAN_EQUALS -> Criteria.number(value, order -> order >= 0);
            case DATE_EQUALS, DATE_NOT_EQUALS -> Criteria.date(value, order -> order == 0);
            case DATE_LESS_THAN -> Criteria.date(value, order -> order < 0);
            case DATE_LESS_THAN_EQUALS -> Criteria.date(value, order -> order <= 0);
            case DATE_GREATER_THAN -> Criteria.date(value, order -> order > 0);
            case DATE_GREATER_THAN_EQUALS -> Criteria.date(value, order -> order >= 0);
            case BINARY_EQUALS -> Criteria.sameBytes(value);
            case IP_ADDRESS, NOT_IP_ADDRESS -> Criteria.within(value);
            case BOOL, NULL -> Criteria.truth(value);
        };
    }

    static Optional<Comparison> find(String written) {
        return Arrays.stream(values())
                .filter(comparison -> comparison.written.equals(written))
                .findFirst();
    }

    static String names() {
        return Arrays.stream(values()).map(Comparison::written).collect(Collectors.joining(", "));
    }
}
