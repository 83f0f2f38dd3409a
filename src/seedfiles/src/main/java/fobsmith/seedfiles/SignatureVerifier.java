package fobsmith.seedfiles;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import javax.xml.crypto.KeySelector;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.SignedInfo;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Verifies the enveloped signature of a key container (RFC 6030 section 7) against certificates that the caller trusts; what
 * the file itself says of keys and certificates is not looked at. The signature must be the container's own child and cover
 * the container from its root: otherwise something else might be signed than what is read.
 */
final class SignatureVerifier {
    private final Element signature;
    private final String id;
    private final List<X509Certificate> signers;

    /** Of a container with this Id, empty where it has none. */
    SignatureVerifier(Element signature, String id, List<X509Certificate> signers) {
        this.signature = signature;
        this.id = id;
        this.signers = signers;
    }

    static SignatureVerifier of(Document container, List<X509Certificate> signers) {
        var root = container.getDocumentElement();
        return new SignatureVerifier(onlySignature(root), root.getAttributeNS(null, "Id"), signers);
    }

    /** Passes if one of the signers has signed the whole container, in which the signature stands; otherwise refuses it. */
    void verify() {
        if (signers.stream().noneMatch(signer -> isBy(signer, XMLSignature::validate))) {
            throw notSigned();
        }
    }

    /** The reference that one of the signers has signed; what it refers to is not looked at. */
    Reference reference() {
        var found = new ArrayList<Reference>();
        for (var signer : signers) {
            boolean signed = isBy(signer, (xml, context) -> {
                found.add(xml.getSignedInfo().getReferences().getFirst());
                return xml.getSignatureValue().validate(context);
            });
            if (signed) {
                return found.getLast();
            }
        }
        throw notSigned();
    }

    static SeedFileException notSigned() {
        return new SeedFileException.Refused(
                "the signature of the key container is of none of the given certificates, or the file was changed");
    }

    private static Element onlySignature(Element root) {
        var found = new ArrayList<Element>();
        for (var child = root.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element
                    && XMLSignature.XMLNS.equals(element.getNamespaceURI())
                    && "Signature".equals(element.getLocalName())) {
                found.add(element);
            }
        }
        if (found.size() != 1) {
            throw new SeedFileException.Refused(
                    found.isEmpty() ? "the key container is not signed" : "the key container bears several signatures");
        }
        return found.getFirst();
    }

    @FunctionalInterface
    private interface Check {
        boolean passes(XMLSignature signature, DOMValidateContext context) throws XMLSignatureException;
    }

    private boolean isBy(X509Certificate signer, Check check) {
        var context = new DOMValidateContext(KeySelector.singletonKeySelector(signer.getPublicKey()), signature);
        context.setProperty("org.jcp.xml.dsig.secureValidation", true);
        var root = signature.getOwnerDocument().getDocumentElement();
        if (root.hasAttributeNS(null, "Id")) {
            context.setIdAttributeNS(root, null, "Id");
        }
        try {
            var xml = XMLSignatureFactory.getInstance("DOM").unmarshalXMLSignature(context);
            requireUnderstood(xml.getSignedInfo());
            return check.passes(xml, context);
        } catch (MarshalException _) {
            throw new SeedFileException.Refused("the signature of the key container is not understood");
        } catch (XMLSignatureException _) {
            // a key of another kind than the signature's
            return false;
        }
    }

    private void requireUnderstood(SignedInfo info) {
        SignatureAlgorithms.requireSignature(info.getSignatureMethod());
        SignatureAlgorithms.requireCanonicalization(info.getCanonicalizationMethod());
        if (info.getReferences().size() != 1) {
            throw new SeedFileException.Refused("the signature of the key container refers to several things");
        }
        var reference = info.getReferences().getFirst();
        requireCoversTheRoot(reference);
        SignatureAlgorithms.requireDigest(reference.getDigestMethod());
        reference.getTransforms().forEach(SignatureAlgorithms::requireTransform);
    }

    private void requireCoversTheRoot(Reference reference) {
        var uri = reference.getURI();
        boolean covers = uri != null && (uri.isEmpty() || (!id.isEmpty() && uri.equals("#" + id)));
        if (!covers) {
            throw new SeedFileException.Refused(
                    "the signature of the key container covers something else than the container");
        }
    }
}
