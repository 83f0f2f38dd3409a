package fobsmith.seedfiles;

import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.SignatureMethod;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Signs key containers as a vendor does; each part can be chosen, also unwisely. */
final class SignedFile {
    private final TestCertificate signer;
    String signatureMethod = SignatureMethod.RSA_SHA256;
    String digestMethod = DigestMethod.SHA256;
    String canonicalization = CanonicalizationMethod.EXCLUSIVE;
    String reference = "";
    List<String> transforms = List.of(Transform.ENVELOPED);

    SignedFile(TestCertificate signer) {
        this.signer = signer;
    }

    String sign(String xml) {
        try {
            var document = parse(xml);
            var root = document.getDocumentElement();
            var factory = XMLSignatureFactory.getInstance("DOM");
            var transformList = new ArrayList<Transform>();
            for (var transform : transforms) {
                transformList.add(factory.newTransform(transform, (TransformParameterSpec) null));
            }
            var covered = factory.newReference(
                    reference, factory.newDigestMethod(digestMethod, null), transformList, null, null);
            var info = factory.newSignedInfo(
                    factory.newCanonicalizationMethod(canonicalization, (C14NMethodParameterSpec) null),
                    factory.newSignatureMethod(signatureMethod, null),
                    List.of(covered));
            var context = new DOMSignContext(signer.privateKey(), root);
            context.setProperty("org.jcp.xml.dsig.secureValidation", false);
            identify(document, context);
            factory.newXMLSignature(info, null).sign(context);
            return text(document);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private void identify(Document document, DOMSignContext context) {
        var all = document.getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            var element = (Element) all.item(i);
            if (("#" + element.getAttribute("Id")).equals(reference)) {
                context.setIdAttributeNS(element, null, "Id");
            }
        }
    }

    static Document parse(String xml) throws Exception {
        var factory = DocumentBuilderFactory.newDefaultNSInstance();
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    static String text(Document document) throws Exception {
        var writer = new StringWriter();
        var transformer = TransformerFactory.newDefaultInstance().newTransformer();
        transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
        transformer.transform(new DOMSource(document), new StreamResult(writer));
        return writer.toString();
    }
}
