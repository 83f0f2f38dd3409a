package fobsmith.registry;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import tools.jackson.core.JacksonException;

/**
 * What a registry lets a station know: sealed from key to key, so that nobody else answers in its name.
 *
 * @param name of the station
 * @param service where the registry is, for people
 * @param answers to messages, in their order
 */
record StationLetter(String name, String service, List<StationAnswer> answers, List<KnownToken> tokens) {
    StationLetter {
        requireNonNull(name, "no name");
        requireNonNull(service, "no service");
        answers = List.copyOf(answers);
        tokens = List.copyOf(tokens);
    }

    /** As it goes to the station with this public key. */
    StationMail.Envelope seal(Query query, Vault vault, String account, int station, byte[] stationKey, long at) {
        try (var own = ExchangeKey.open(query, vault)) {
            var clear = StationMail.JSON.writeValueAsBytes(this);
            var sealed = new Hpke().seal(stationKey, own, StationMail.Envelope.info(account, station, at), clear);
            return new StationMail.Envelope(
                    StationMail.Envelope.KIND, account, station, at, encode(own.publicKey()), encode(sealed));
        }
    }

    private static String encode(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** At the station; from this registry only. */
    static StationLetter open(Query query, Vault vault, StationMail.Envelope mail, byte[] registryKey) {
        var info = StationMail.Envelope.info(mail.account(), mail.station(), mail.at());
        try (var own = ExchangeKey.open(query, vault)) {
            var clear = new Hpke().open(mail.content(), own, registryKey, info);
            return StationMail.JSON.readValue(new String(clear, StandardCharsets.UTF_8), StationLetter.class);
        } catch (RegistryException.SealBroken | IllegalArgumentException | JacksonException e) {
            throw new StationException.Refused(
                    "the letter does not open: it is for another station, of another registry, or was changed",
                    "let the registry write it again: \"fobsmith key export-station\" there");
        }
    }
}
