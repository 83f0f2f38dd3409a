package fobsmith.devices.pcsc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.devices.DeviceException;
import javax.smartcardio.CardException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CardBusPropertyTest {
    private static final String PROPERTY = "sun.security.smartcardio.t1GetResponse";

    /** The property is Java's own and given on its command line; nobody else in this JVM looks at it meanwhile. */
    @Test
    void refusesAJavaThatAnswersCardsItself() {
        var before = System.clearProperty(PROPERTY);
        try {
            assertThatThrownBy(CardBus::open)
                    .isInstanceOfSatisfying(
                            DeviceException.Unavailable.class,
                            e -> assertThat(e.advice()).contains("-D" + PROPERTY + "=false"));
        } finally {
            if (before != null) {
                System.setProperty(PROPERTY, before);
            }
        }
    }

    /** As Java wraps what libpcsclite says. */
    @ParameterizedTest
    @CsvSource({
        "SCARD_E_SHARING_VIOLATION, another program holds pcsc X",
        "SCARD_W_SECURITY_VIOLATION, this user may not use pcsc X",
        "SCARD_W_UNRESPONSIVE_CARD, the card at pcsc X does not answer",
        "SCARD_W_REMOVED_CARD, pcsc X is gone (SCARD_W_REMOVED_CARD)"
    })
    void saysWhyACardCannotBeOpened(String code, String message) {
        assertThat(CardErrors.opening(new CardException("connect() failed", new CardException(code)), "pcsc X"))
                .hasMessage(message);
    }
}
