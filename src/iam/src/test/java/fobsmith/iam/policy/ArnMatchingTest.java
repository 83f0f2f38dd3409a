package fobsmith.iam.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Resources and ARN conditions, part by part. */
class ArnMatchingTest {
    @ParameterizedTest
    @CsvSource({
        "*, arn:aws:iam::1:user/bob, true",
        "*, *, true",
        "*, GAHT00000001, true",
        "arn:aws:iam::1:user/bob, arn:aws:iam::1:user/bob, true",
        "arn:aws:iam::1:user/bob, arn:aws:iam::1:user/Bob, false",
        "arn:aws:iam::1:user/bob, arn:aws:iam::1:user/bobby, false",
        "arn:aws:iam::1:user/bob, arn:aws:iam::1:user/staff/bob, false",
        "arn:aws:iam::1:user/*, arn:aws:iam::1:user/staff/bob, true",
        "arn:aws:iam::1:user/*/bob, arn:aws:iam::1:user/staff/x/bob, true",
        "arn:aws:iam::1:user/b?b, arn:aws:iam::1:user/bob, true",
        "arn:aws:iam::*:user/bob, arn:aws:iam::1:user/bob, true",
        "arn:*:iam:*:*:*, arn:aws:iam::1:user/bob, true",
        // A wildcard does not reach over the first five colons, but over those in the last part.
        "arn:aws:iam:*:1:user/bob, arn:aws:iam:x:y:1:user/bob, false",
        "arn:aws:*:*:1:user/bob, arn:aws:iam:x:y:1:user/bob, false",
        "arn:aws:iam::1:user/*, arn:aws:iam::1:user/a:b, true",
        "arn:aws:iam::1:a*d, arn:aws:iam::1:a:b:c:d, true",
        // Broken off after a star.
        "arn:*, arn:aws:iam::1:user/bob, true",
        "arn:aws:iam:*, arn:aws:iam::1:user/bob, true",
        "arn:aws:iam::*, arn:aws:iam::1:user/bob, true",
        "arn:aws:iam::1*, arn:aws:iam::12:user/bob, true",
        "arn:aws:iam::1*, arn:aws:iam::21:user/bob, false",
        "arn:aws:s*, arn:aws:iam::1:user/bob, false",
        // What is no ARN is covered by the star alone.
        "arn:*, *, false",
        "arn:*, GAHT00000001, false",
        "arn:*:*:*:*:*, arn:aws:iam::1, false"
    })
    void matchesPartByPart(String pattern, String arn, boolean expected) {
        var asked = Policies.request("iam:GetUser", arn);
        assertThat(Policies.covers(Policies.quoted(pattern), asked)).isEqualTo(expected);
        assertThat(likeArn("ArnLike", pattern, arn)).isEqualTo(expected);
        assertThat(likeArn("ArnEquals", pattern, arn)).isEqualTo(expected);
        assertThat(likeArn("ArnNotLike", pattern, arn)).isEqualTo(!expected);
        assertThat(likeArn("ArnNotEquals", pattern, arn)).isEqualTo(!expected);
    }

    private static boolean likeArn(String operator, String pattern, String arn) {
        var condition = "{\"%s\":{\"aws:SourceArn\":%s}}".formatted(operator, Policies.quoted(pattern));
        return Policies.holds(condition, Policies.request().with("aws:SourceArn", arn));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "*"})
    void matchesAsAStringWhereItDoesNotMatchAsAnArn(String region) {
        var value = "arn:aws:sns:us-east-2:999999999999:store/abc:111122223333:finance/x";
        var pattern = "arn:aws:sns:%s:111122223333:finance/*".formatted(region);
        var condition = "{\"StringLike\":{\"aws:SourceArn\":%s}}".formatted(Policies.quoted(pattern));
        var asked = Policies.request().with("aws:SourceArn", value);
        assertThat(Policies.holds(condition, asked)).isEqualTo(region.equals("*"));
        assertThat(likeArn("ArnLike", pattern, value)).isFalse();
    }
}
