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
    private final Element root;
    private final List<X509Certificate> signers;

    SignatureVerifier(Document document, List<X509Certificate> signers) {
        root = document.getDocumentElement();
        this.signers = signers;
    }

    /** Passes if one of the signers has signed the whole container, and otherwise refuses it. */
    void verify() {
        var signature = onlySignature();
        if (signers.stream().noneMatch(signer -> isBy(signer, signature))) {
            throw new SeedFileException.Refused(
                    "the signature of the key container is of none of the given certificates, or the file was changed");
        }
    }

    private Element onlySignature() {
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

    private boolean isBy(X509Certificate signer, Element element) {
        var context = new DOMValidateContext(KeySelector.singletonKeySelector(signer.getPublicKey()), element);
        context.setProperty("org.jcp.xml.dsig.secureValidation", true);
        if (root.hasAttributeNS(null, "Id")) {
            context.setIdAttributeNS(root, null, "Id");
        }
        try {
            var signature = XMLSignatureFactory.getInstance("DOM").unmarshalXMLSignature(context);
            requireUnderstood(signature.getSignedInfo());
            return signature.validate(context);
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
        var id = root.getAttributeNS(null, "Id");
        boolean covers = uri != null && (uri.isEmpty() || (!id.isEmpty() && uri.equals("#" + id)));
        if (!covers) {
            throw new SeedFileException.Refused(
                    "the signature of the key container covers something else than the container");
        }
    }
}
