package fobsmith.seedfiles.writing;

import fobsmith.seedfiles.SeedFileException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.SignatureMethod;
import javax.xml.crypto.dsig.SignedInfo;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/** Puts an enveloped signature into a container, with the signer's certificate (RFC 6030 section 7). */
final class ContainerSigner {
    private final PrivateKey key;
    private final X509Certificate certificate;

    ContainerSigner(PrivateKey key, X509Certificate certificate) {
        this.key = key;
        this.certificate = certificate;
    }

    void sign(byte[] container, OutputStream file) throws IOException {
        try {
            var document = parse(container);
            var factory = XMLSignatureFactory.getInstance("DOM");
            var holder = factory.getKeyInfoFactory();
            var keyInfo = holder.newKeyInfo(List.of(holder.newX509Data(List.of(certificate))));
            factory.newXMLSignature(signedInfo(factory), keyInfo)
                    .sign(new DOMSignContext(key, document.getDocumentElement()));
            write(document, file);
        } catch (MarshalException | XMLSignatureException _) {
            throw SeedFileException.notWritable(
                    "the file cannot be signed with a key of %s".formatted(key.getAlgorithm()));
        } catch (GeneralSecurityException | ParserConfigurationException | SAXException | TransformerException e) {
            // without the cause, which may quote the container
            throw new IllegalStateException(
                    "the JDK cannot sign what was written: " + e.getClass().getSimpleName());
        }
    }

    private SignedInfo signedInfo(XMLSignatureFactory factory) throws GeneralSecurityException {
        var covered = factory.newReference(
                "",
                factory.newDigestMethod(DigestMethod.SHA256, null),
                List.of(factory.newTransform(Transform.ENVELOPED, (TransformParameterSpec) null)),
                null,
                null);
        var method = key.getAlgorithm().equals("EC") ? SignatureMethod.ECDSA_SHA256 : SignatureMethod.RSA_SHA256;
        return factory.newSignedInfo(
                factory.newCanonicalizationMethod(CanonicalizationMethod.EXCLUSIVE, (C14NMethodParameterSpec) null),
                factory.newSignatureMethod(method, null),
                List.of(covered));
    }

    private static Document parse(byte[] container) throws ParserConfigurationException, SAXException, IOException {
        var factory = DocumentBuilderFactory.newDefaultNSInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(container));
    }

    private static void write(Document document, OutputStream file) throws TransformerException {
        document.setXmlStandalone(true);
        TransformerFactory.newDefaultInstance()
                .newTransformer()
                .transform(new DOMSource(document), new StreamResult(file));
    }
}
