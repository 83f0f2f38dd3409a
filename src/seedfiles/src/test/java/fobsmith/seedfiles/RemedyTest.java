package fobsmith.seedfiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A refusal says what would help; with that the same file is taken, or refused for another reason. */
class RemedyTest {
    @ParameterizedTest
    @CsvSource({
        "pskc/hotp.xml, EVENT_BASED",
        "pskc/no-serial.xml, SERIAL_FROM_KEY_ID",
        "pskc/encrypted.xml, PRE_SHARED_KEY",
        "pskc/encrypted-value.xml, PRE_SHARED_KEY",
        "rfc6030/figure-7.xml, PASSWORD",
        "seedfiles/aegis-encrypted.json, PASSWORD",
        "seedfiles/2fas-encrypted.json, PASSWORD",
        "seedfiles/safenet.xml, EVENT_BASED",
        "seedfiles/oath.csv, EVENT_BASED"
    })
    void isNamedByTheRefusal(String file, String remedy) {
        assertThatThrownBy(() -> Fixtures.readThrough(Fixtures.open(file, ReadingTerms.STRICT)))
                .asInstanceOf(type(SeedFileException.class))
                .satisfies(refused ->
                        assertThat(refused.remedy()).map(Object::toString).contains(remedy));
    }

    @Test
    void isNotInventedForAFaultThatNoTermsMend() {
        assertThatThrownBy(() -> Fixtures.readThrough(Fixtures.open("pskc/no-secret.xml", ReadingTerms.STRICT)))
                .asInstanceOf(type(SeedFileException.class))
                .satisfies(refused -> {
                    assertThat(refused.remedy()).isEmpty();
                    assertThat(refused.ofOneKey()).isTrue();
                });
    }

    @Test
    void takesHotpTokensWhereThatIsTheRemedy() {
        assertThat(Fixtures.readThrough(Fixtures.open("pskc/hotp.xml", ReadingTerms.STRICT.withEventBased())))
                .hasSize(1);
    }
}
