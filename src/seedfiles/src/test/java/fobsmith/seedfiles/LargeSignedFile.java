package fobsmith.seedfiles;

import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.SignatureMethod;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;

/** A signed key container of any number of keys, made anew each time that it is opened. */
final class LargeSignedFile implements RepeatableFile {
    private static final String BEGINNING =
            "<KeyContainer Version=\"1.0\" xmlns=\"urn:ietf:params:xml:ns:keyprov:pskc\">";
    private static final String END = "</KeyContainer>";

    private final String template;
    private final int keys;
    private final LongConsumer watching;
    private final String signature;

    /** Whoever watches is told the number of each key before it is made, from when the file is whole. */
    LargeSignedFile(TestCertificate signer, int keys, LongConsumer watching) {
        var part = Fixtures.text("pskc/three-fobs.xml");
        template = part.substring(part.indexOf("<KeyPackage>"), part.indexOf("</KeyPackage>") + 13);
        this.keys = keys;
        this.watching = watching;
        signature = sign(signer);
    }

    private String sign(TestCertificate signer) {
        try {
            var digest = SignatureAlgorithms.sha256();
            var unsigned = new EndlessFile(BEGINNING, this::part, keys, END);
            CanonicalSweep.through(unsigned, new CanonicalForm(true, Set.of(), true), digest);
            var factory = XMLSignatureFactory.getInstance("DOM");
            var transforms = List.of(
                    factory.newTransform(Transform.ENVELOPED, (TransformParameterSpec) null),
                    factory.newTransform(CanonicalizationMethod.EXCLUSIVE, (TransformParameterSpec) null));
            var covered = factory.newReference(
                    "", factory.newDigestMethod(DigestMethod.SHA256, null), transforms, null, null, digest.digest());
            var info = factory.newSignedInfo(
                    factory.newCanonicalizationMethod(CanonicalizationMethod.EXCLUSIVE, (C14NMethodParameterSpec) null),
                    factory.newSignatureMethod(SignatureMethod.RSA_SHA256, null),
                    List.of(covered));
            var document = SignedFile.parse(BEGINNING + END);
            factory.newXMLSignature(info, null)
                    .sign(new DOMSignContext(signer.privateKey(), document.getDocumentElement()));
            var text = SignedFile.text(document);
            return text.substring(text.indexOf("<Signature"), text.indexOf(END));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private String part(long number) {
        return template.replace("GAHT00000001", "GAHT%08d".formatted(number));
    }

    @Override
    public InputStream open() {
        return new EndlessFile(
                BEGINNING,
                number -> {
                    watching.accept(number);
                    return part(number);
                },
                keys,
                signature + END);
    }
}
