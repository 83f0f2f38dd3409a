package fobsmith.seedfiles;

import java.security.cert.X509Certificate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * On what terms a seed file is read.
 *
 * @param keys what opens it if it is encrypted
 * @param signers if there are any, one of them must have signed the file; their dates are not judged
 * @param leniencies the departures from the standards that are tolerated
 * @param eventBased whether HOTP keys are taken as well as TOTP keys
 * @param omissions told of every key and line from which no key was taken although the file was read on
 */
public record ReadingTerms(
        TransportKeys keys,
        List<X509Certificate> signers,
        Set<Leniency> leniencies,
        boolean eventBased,
        Consumer<Omission> omissions) {
    /** Plain TOTP keys, and no leniency that weakens anything. */
    public static final ReadingTerms STRICT =
            new ReadingTerms(TransportKeys.NONE, List.of(), Leniency.harmless(), false, _ -> {});

    public ReadingTerms {
        signers = List.copyOf(signers);
        leniencies = Set.copyOf(leniencies);
    }

    /** The same, with these keys instead of those before. */
    public ReadingTerms openedBy(TransportKeys others) {
        return new ReadingTerms(others, signers, leniencies, eventBased, omissions);
    }

    /** The same, asking for a signature that one of these certificates verifies. */
    public ReadingTerms signedBy(List<X509Certificate> others) {
        return new ReadingTerms(keys, others, leniencies, eventBased, omissions);
    }

    /** The same, tolerating this too. */
    public ReadingTerms tolerating(Leniency leniency) {
        var more = EnumSet.of(leniency);
        more.addAll(leniencies);
        return new ReadingTerms(keys, signers, more, eventBased, omissions);
    }

    /** The same, without this leniency. */
    public ReadingTerms forbidding(Leniency leniency) {
        var fewer = EnumSet.of(leniency);
        fewer.addAll(leniencies);
        fewer.remove(leniency);
        return new ReadingTerms(keys, signers, fewer, eventBased, omissions);
    }

    /** The same, taking HOTP keys too. */
    public ReadingTerms withEventBased() {
        return new ReadingTerms(keys, signers, leniencies, true, omissions);
    }

    /** The same, reporting there what was left out. */
    public ReadingTerms reportingTo(Consumer<Omission> receiver) {
        return new ReadingTerms(keys, signers, leniencies, eventBased, receiver);
    }

    boolean tolerate(Leniency leniency) {
        return leniencies.contains(leniency);
    }
}
