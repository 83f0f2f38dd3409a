package fobsmith.seedfiles;

import java.util.List;
import java.util.Set;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.spec.ExcC14NParameterSpec;

/**
 * In which form a whole document is digested. A reference within the document leaves comments out, whatever its
 * canonicalization says (XML Signature section 4.4.3.3), and of a whole document version 1.1 makes what 1.0 makes.
 *
 * @param exclusive by Exclusive XML Canonicalization, else by Canonical XML
 * @param inclusivePrefixes which prefixes are treated as Canonical XML would, in the exclusive form; empty for the default
 * @param wholeDocument with the processing instructions around the root
 */
record CanonicalForm(boolean exclusive, Set<String> inclusivePrefixes, boolean wholeDocument) {
    private static final Set<String> EXCLUSIVE =
            Set.of(CanonicalizationMethod.EXCLUSIVE, CanonicalizationMethod.EXCLUSIVE_WITH_COMMENTS);

    /** Canonical XML 1.0 of an element and what is in it. */
    static final CanonicalForm INCLUSIVE = new CanonicalForm(false, Set.of(), false);

    CanonicalForm {
        inclusivePrefixes = Set.copyOf(inclusivePrefixes);
    }

    /** Of a reference whose transforms are known to be "enveloped" and canonicalizations; one of either is understood. */
    static CanonicalForm of(Reference reference) {
        var transforms = reference.getTransforms();
        boolean understood = !transforms.isEmpty()
                && transforms.size() <= 2
                && transforms.getFirst().getAlgorithm().equals(Transform.ENVELOPED)
                && transforms.stream()
                        .skip(1)
                        .noneMatch(one -> one.getAlgorithm().equals(Transform.ENVELOPED));
        if (!understood) {
            throw new SeedFileException.Refused(
                    "the signature of so large a key container must be enveloped, and" + " canonicalized once at most");
        }
        boolean wholeDocument = reference.getURI().isEmpty();
        if (transforms.size() == 1) {
            return new CanonicalForm(false, Set.of(), wholeDocument);
        }
        var last = transforms.getLast();
        return new CanonicalForm(EXCLUSIVE.contains(last.getAlgorithm()), prefixes(last), wholeDocument);
    }

    private static Set<String> prefixes(Transform transform) {
        if (!(transform.getParameterSpec() instanceof ExcC14NParameterSpec spec)) {
            return Set.of();
        }
        List<?> list = spec.getPrefixList();
        return Set.copyOf(list.stream()
                .map(String::valueOf)
                .map(prefix -> prefix.equals(ExcC14NParameterSpec.DEFAULT) ? "" : prefix)
                .toList());
    }
}
