package fobsmith.iam.policy;

import fobsmith.iam.policy.NaivePolicy.NaiveCondition;
import fobsmith.iam.policy.NaivePolicy.NaiveStatement;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Policies and requests that have enough in common to match now and then. The same seed makes the same ones. */
final class RandomPolicies {
    private static final List<String> ACTION_PATTERNS = List.of(
            "iam:GetUser", "iam:Get*", "iam:*", "*", "IAM:LISTUSERS", "iam:?etUser", "sts:*", "iam:*User*", "iam:?*r");
    private static final List<String> ACTIONS =
            List.of("iam:GetUser", "iam:ListUsers", "iam:TagUser", "sts:AssumeRole");
    private static final List<String> RESOURCE_PATTERNS = List.of(
            "*",
            "arn:aws:iam::1:user/bob",
            "arn:aws:iam::1:user/${aws:username}",
            "arn:aws:iam::*:user/*",
            "arn:aws:iam::1:*",
            "arn:aws:iam::1:*/?ob",
            "arn:aws:iam::1:user/${aws:PrincipalTag/team, '*'}",
            "arn:aws:iam::1:user/${*}",
            "arn:*:*:*:?:${test:key}*");
    private static final List<String> RESOURCES = List.of(
            "*",
            "GAHT00000001",
            "arn:aws:iam::1:user/bob",
            "arn:aws:iam::1:user/*",
            "arn:aws:iam::1:user/a:b",
            "arn:aws:iam::2:user/alice",
            "arn:aws:iam::1:mfa/bob",
            "arn:aws:iam:1:user/bob");
    private static final List<String> KEYS = List.of("test:key", "aws:username", "aws:PrincipalTag/team", "TEST:Key");
    private static final List<String> VALUES = List.of("bob", "Bob", "*", "?", "", "true", "FALSE", "9", "10", "a:b");
    private static final List<String> TEXTS = List.of(
            "bob",
            "BOB",
            "b*",
            "*",
            "?",
            "",
            "${aws:username}",
            "${test:key}x",
            "${*}",
            "${test:none, 'bob'}",
            "9",
            "*:*");
    private static final List<String> TEXT_OPERATORS = List.of(
            "StringEquals",
            "StringNotEquals",
            "StringEqualsIgnoreCase",
            "StringNotEqualsIgnoreCase",
            "StringLike",
            "StringNotLike");
    private static final List<String> NUMBER_OPERATORS =
            List.of("NumericEquals", "NumericNotEquals", "NumericLessThan", "NumericGreaterThanEquals");

    private final Random random;

    RandomPolicies(long seed) {
        random = new Random(seed);
    }

    <T> T oneOf(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private <T> List<T> some(int least, int most, Supplier<T> supplier) {
        return Stream.generate(supplier)
                .limit(least + random.nextInt(most - least + 1))
                .toList();
    }

    NaivePolicy policy() {
        return new NaivePolicy(some(1, 4, this::statement));
    }

    private NaiveStatement statement() {
        return new NaiveStatement(
                random.nextInt(3) == 0,
                random.nextInt(4) == 0 ? "NotAction" : "Action",
                some(1, 2, () -> oneOf(ACTION_PATTERNS)),
                random.nextInt(4) == 0 ? "NotResource" : "Resource",
                some(1, 2, () -> oneOf(RESOURCE_PATTERNS)),
                some(0, 2, this::condition).stream()
                        .collect(
                                Collectors.toMap(c -> c.set() + c.operator() + c.suffix(), c -> c, (first, _) -> first))
                        .values()
                        .stream()
                        .toList());
    }

    private NaiveCondition condition() {
        var set = oneOf(List.of("", "", "ForAllValues:", "ForAnyValue:"));
        var suffix = oneOf(List.of("", "", "IfExists"));
        var key = oneOf(KEYS);
        return switch (random.nextInt(4)) {
            case 0 -> new NaiveCondition("", "Null", "", key, List.of(oneOf(List.of("true", "false"))));
            case 1 -> new NaiveCondition(set, "Bool", suffix, key, List.of(oneOf(List.of("true", "false"))));
            case 2 ->
                new NaiveCondition(
                        set, oneOf(NUMBER_OPERATORS), suffix, key, some(1, 2, () -> oneOf(List.of("9", "10"))));
            default -> new NaiveCondition(set, oneOf(TEXT_OPERATORS), suffix, key, some(1, 3, () -> oneOf(TEXTS)));
        };
    }

    RequestContext request() {
        return withRandom(KEYS, RequestContext.of("arn:aws:iam::1:user/bob", oneOf(ACTIONS), oneOf(RESOURCES)));
    }

    RequestContext withRandom(List<String> keys, RequestContext request) {
        var more = request;
        for (var key : keys) {
            more = more.with(key, some(0, 2, () -> oneOf(VALUES)));
        }
        return more;
    }
}
