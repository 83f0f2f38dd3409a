package fobsmith.iam.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers, dates, addresses and bytes: what is one, and what equals what. */
class ConditionValueTest {
    private static final String KEY = "test:key";

    private static boolean holds(String operator, String wanted, String found) {
        return Policies.holds(
                "{\"%s\":{\"%s\":%s}}".formatted(operator, KEY, Policies.quoted(wanted)),
                Policies.request().with(KEY, found));
    }

    @ParameterizedTest
    @CsvSource({
        "NumericEquals, 0.10, .1, false",
        "NumericEquals, 0.10, 0.1, true",
        "NumericEquals, -0, 0, true",
        "NumericEquals, 100, 1e2, false",
        "NumericEquals, 10, ' 10', false",
        "NumericEquals, 10, 0x0A, false",
        "NumericEquals, 10, '', false",
        "NumericLessThan, 10, '', false",
        "NumericLessThan, 10, ten, false",
        "NumericNotEquals, 10, ten, false",
        "NumericLessThan, 9007199254740993, 9007199254740992, true",
        "NumericGreaterThan, 0.1, 0.1000000000000000000000000001, true",
        "NumericLessThan, 100, 20, true"
    })
    void comparesNumbersAsNumbers(String operator, String wanted, String found, boolean expected) {
        assertThat(holds(operator, wanted, found)).isEqualTo(expected);
    }

    @Test
    void takesNumbersAndTruthValuesForTheStringsOfTheSameLetters() {
        var request = Policies.request().with(KEY, "3600").with("test:flag", "true");
        assertThat(Policies.holds("{\"NumericEquals\":{\"test:key\":3600}}", request))
                .isTrue();
        assertThat(Policies.holds("{\"StringEquals\":{\"test:key\":[3600, true]}}", request))
                .isTrue();
        assertThat(Policies.holds("{\"Bool\":{\"test:flag\":true}}", request)).isTrue();
        assertThat(Policies.holds("{\"Bool\":{\"test:flag\":false}}", request)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "DateEquals, 2026, 2026-01-01T00:00:00Z, true",
        "DateEquals, 2026-11, 2026-11-01T00:00Z, true",
        "DateEquals, 2026-11-23, 1795392000, true",
        "DateEquals, 1795392000, 2026-11-23, true",
        "DateEquals, 2026-11-23T10:15Z, 2026-11-23T11:15:00+01:00, true",
        "DateEquals, 2026-11-23T10:15:00.5Z, 2026-11-23T10:15:00.500Z, true",
        "DateEquals, 0, 1970-01-01, true",
        "DateEquals, -1, 1969-12-31T23:59:59Z, true",
        "DateGreaterThan, 2026-11-23T10:15:00Z, 2026-11-23T10:15:01Z, true",
        "DateLessThan, 2026-11-23T10:15:00Z, yesterday, false",
        "DateLessThan, 2026-11-23T10:15:00Z, '', false",
        "DateLessThan, 2026-11-23T10:15:00Z, 2026-11-23T10:14:00, false",
        "DateLessThan, 2026-11-23T10:15:00Z, 2025-02-29, false",
        "DateLessThan, 2026-11-23T10:15:00Z, 2025-02-28t00:00:00z, false",
        "DateLessThan, 2026-11-23T10:15:00Z, 2025-02-28T00:00:00+01:00:30, false",
        "DateLessThan, 2026-11-23T10:15:00Z, -2025-02-28, false",
        "DateLessThan, 2026-11-23T10:15:00Z, 2025-02-28T00:00:00+01:00, true",
        "DateNotEquals, 2026-11-23T10:15:00Z, yesterday, false"
    })
    void comparesDatesAsMoments(String operator, String wanted, String found, boolean expected) {
        assertThat(holds(operator, wanted, found)).isEqualTo(expected);
    }

    @Test
    void knowsTheTimeOnlyFromTheRequest() {
        var condition = """
                {"DateGreaterThanEquals":{"aws:CurrentTime":"2026-11-23T08:00:00Z"},\
                "NumericLessThan":{"aws:EpochTime":"1795420800"}}""";
        assertThat(Policies.holds(condition, Policies.request().at(Instant.parse("2026-11-23T07:59:59.999Z"))))
                .isFalse();
        assertThat(Policies.holds(condition, Policies.request().at(Instant.parse("2026-11-23T08:00:00Z"))))
                .isFalse();
        var earlier = condition.replace("1795420800", "1795420801");
        assertThat(Policies.holds(earlier, Policies.request().at(Instant.parse("2026-11-23T08:00:00Z"))))
                .isTrue();
        assertThat(Policies.holds(earlier, Policies.request())).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, 203.0.113.7, true",
        "203.0.113.7, 203.0.113.8, false",
        "203.0.113.7/32, 203.0.113.7, true",
        "203.0.113.129/25, 203.0.113.200, true",
        "203.0.113.128/25, 203.0.113.127, false",
        "203.0.113.128/31, 203.0.113.130, false",
        "203.0.112.0/23, 203.0.113.255, true",
        "0.0.0.0/0, 255.255.255.255, true",
        "0.0.0.0/0, 2001:db8::1, false",
        "::/0, 203.0.113.7, false",
        "::/0, 2001:db8::1, true",
        "2001:db8::/32, 2001:DB8:ffff::1, true",
        "2001:db8::/33, 2001:db8:8000::, false",
        "2001:db8::1, 2001:db8:0:0:0:0:0:1, true",
        "2001:db8::1, 2001:db8::2, false",
        "203.0.113.0/24, ::ffff:203.0.113.7, true",
        "203.0.113.0/24, 203.0.113.7/32, false",
        "203.0.113.0/24, 203.0.113.07, false",
        "10.0.0.0/8, 010.0.0.1, false",
        "203.0.113.0/24, 203.0.113, false",
        "203.0.113.0/24, localhost, false",
        "203.0.113.0/24, 3405803783, false",
        "203.0.113.0/24, '', false",
        "::1/128, ::1%lo, false",
        "::1/128, ::1, true"
    })
    void findsAddressesInRanges(String range, String address, boolean expected) {
        assertThat(holds("IpAddress", range, address)).isEqualTo(expected);
        assertThat(holds("NotIpAddress", range, address)).isEqualTo(!expected);
    }

    @ParameterizedTest
    @CsvSource({"AQID, AQID, true", "AQI=, AQI=, true", "AQI=, AQI, true", "AQID, aqid, false", "AQID, ?, false"})
    void comparesBytesNotTheirLetters(String wanted, String found, boolean expected) {
        assertThat(holds("BinaryEquals", wanted, found)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "1", "", "true "})
    void takesNothingElseForTrueOrFalse(String found) {
        assertThat(holds("Bool", "true", found)).isFalse();
        assertThat(holds("Bool", "false", found)).isFalse();
    }
}
