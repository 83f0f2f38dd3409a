package fobsmith.iam.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VariablesTest {
    private static final String OWN = Policies.quoted(Policies.USER + "${aws:username}");

    private static RequestContext by(String name, String resource) {
        return Policies.request("iam:GetUser", resource).with(ContextKey.USERNAME, name);
    }

    private static boolean holds(String operator, String wanted, RequestContext request) {
        return Policies.holds("{\"%s\":{\"test:key\":%s}}".formatted(operator, Policies.quoted(wanted)), request);
    }

    @Test
    void standForTheValueOfTheRequest() {
        assertThat(Policies.covers(OWN, by("bob", Policies.USER + "bob"))).isTrue();
        assertThat(Policies.covers(OWN, by("bob", Policies.USER + "alice"))).isFalse();
        assertThat(Policies.covers(OWN, by("bob", Policies.USER + "Bob"))).isFalse();
        assertThat(Policies.covers(OWN, by("bob", Policies.USER + "staff/bob"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "?", "?ob", "b*", "*/*", "${aws:username}", "${*}", "$", "a:b"})
    void areNoPatternWhateverTheUserIsCalled(String name) {
        assertThat(Policies.covers(OWN, by(name, Policies.USER + name))).isTrue();
        for (var other : new String[] {"bob", "alice", "x", "staff/bob", "a", "*x"}) {
            assertThat(Policies.covers(OWN, by(name, Policies.USER + other)))
                    .as("%s on %s", name, other)
                    .isFalse();
        }
        var request = Policies.request().with(ContextKey.USERNAME, name);
        assertThat(holds("StringLike", "${aws:username}", request.with("test:key", name)))
                .isTrue();
        assertThat(holds("StringLike", "${aws:username}", request.with("test:key", "bob")))
                .isFalse();
        assertThat(holds("StringNotLike", "${aws:username}", request.with("test:key", "bob")))
                .isTrue();
    }

    @Test
    void cannotMoveThePartsOfAnArn() {
        var request = Policies.request()
                .with("aws:PrincipalTag/part", "1:user/x")
                .with("test:key", "arn:aws:iam::1:user/x:user/bob");
        assertThat(holds("ArnLike", "arn:aws:iam::${aws:PrincipalTag/part}:user/bob", request))
                .isFalse();
        assertThat(holds(
                        "ArnLike",
                        "arn:aws:iam::1:${aws:PrincipalTag/kind}",
                        request.with("aws:PrincipalTag/kind", "user/x:user/bob")))
                .isTrue();
    }

    @Test
    void mayBeAWholeArn() {
        var request = Policies.request().with("test:key", Policies.USER + "bob");
        assertThat(holds("ArnEquals", "${aws:PrincipalArn}", request)).isTrue();
        assertThat(holds("ArnEquals", "${aws:PrincipalArn}", request.with("test:key", Policies.USER + "alice")))
                .isFalse();
        assertThat(holds("ArnEquals", "${aws:PrincipalArn}", request.with(ContextKey.PRINCIPAL_ARN, "*")))
                .isFalse();
    }

    @Test
    void ofMissingKeysMatchNothing() {
        var root = RequestContext.of("arn:aws:iam::1:root", "iam:GetUser", Policies.USER);
        assertThat(Policies.covers(OWN, root)).isFalse();
        assertThat(holds("StringEquals", "${aws:username}", root.with("test:key", "")))
                .isFalse();
        assertThat(holds("StringLike", "*${aws:username}*", root.with("test:key", "x")))
                .isFalse();
        assertThat(holds("StringNotEquals", "${aws:username}", root.with("test:key", "x")))
                .isTrue();
    }

    @Test
    void ofKeysWithSeveralValuesMatchNothing() {
        var request = Policies.request().with(ContextKey.TAG_KEYS, "a", "b").with("test:key", "a");
        assertThat(holds("StringEquals", "${aws:TagKeys}", request)).isFalse();
        assertThat(holds("StringEquals", "${aws:TagKeys, 'a'}", request)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "${test:other, 'none'}|none|true",
                "${test:other,'none'}|none|true",
                "${test:other, ''}|\"\"|true",
                "<${test:other, 'a}b'}>|<a}b>|true",
                "${test:other, '*'}|*|true",
                "${test:other, '*'}|x|false",
                "${test:other, 'a:b'}|a:b|true",
                "${aws:username, 'none'}|bob|true",
                "${aws:username, 'none'}|none|false",
                "${AWS:USERNAME}|bob|true",
                "${aws:username}${aws:username}|bobbob|true",
                "${aws:PrincipalTag/cost center:a=b}|42|true",
                "$|$|true",
                "$x{}|$x{}|true",
                "{aws:username}|{aws:username}|true"
            })
    void mayHaveADefaultAndStandAnywhere(String wanted, String found, boolean expected) {
        var request = Policies.request()
                .with("aws:PrincipalTag/Cost Center:a=b", "42")
                .with("test:key", found);
        assertThat(holds("StringLike", wanted, request)).isEqualTo(expected);
        assertThat(holds("StringEquals", wanted, request)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "a${*}, a*, true",
        "a${*}, ab, false",
        "a${?}, a?, true",
        "a${?}, ab, false",
        "a${$}, a$, true",
        "${$}{aws:username}, ${aws:username}, true",
        "${$}{aws:username}, bob, false",
        "*${*}, ab*, true",
        "*${*}, ab, false"
    })
    void canWriteTheirOwnCharacters(String wanted, String found, boolean like) {
        assertThat(holds("StringLike", wanted, Policies.request().with("test:key", found)))
                .isEqualTo(like);
        assertThat(Policies.covers(Policies.quoted(Policies.MFA + wanted), by("bob", Policies.MFA + found)))
                .isEqualTo(like);
    }

    @Test
    void areNoWildcardsToStringEquals() {
        var request = Policies.request();
        assertThat(holds("StringEquals", "b*", request.with("test:key", "bob"))).isFalse();
        assertThat(holds("StringEquals", "b*", request.with("test:key", "b*"))).isTrue();
        assertThat(holds("StringEquals", "b${*}", request.with("test:key", "b*")))
                .isTrue();
        assertThat(holds("StringEqualsIgnoreCase", "B${aws:username}", request.with("test:key", "bBOB")))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"Version\":\"2008-10-17\","})
    void arePlainTextInTheOldLanguage(String version) {
        var document = """
                {%s"Statement":{"Effect":"Allow","Action":"*","Resource":"arn:aws:iam::1:user/${aws:username}",\
                "Condition":{"StringLike":{"test:key":["${*}","${aws:username","arn:${aws:x}"]}}}}""".formatted(version);
        var request = by("bob", "arn:aws:iam::1:user/${aws:username}");
        assertThat(Policies.decide(document, request.with("test:key", "${anything}"))
                        .isAllowed())
                .isTrue();
        assertThat(Policies.decide(document, request.with("test:key", "${aws:username"))
                        .isAllowed())
                .isTrue();
        assertThat(Policies.decide(document, request.with("test:key", "*")).isAllowed())
                .isFalse();
        assertThat(Policies.decide(
                                document, by("bob", "arn:aws:iam::1:user/bob").with("test:key", "${x}"))
                        .isAllowed())
                .isFalse();
    }
}
