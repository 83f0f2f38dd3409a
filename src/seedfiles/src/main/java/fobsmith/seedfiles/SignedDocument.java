package fobsmith.seedfiles;

import java.io.IOException;
import java.io.InputStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * A key container as a document, as XML Signature needs it. Its characters come from the same {@link XmlText} as those that
 * are read later: two opinions of an encoding would be two documents under one signature.
 */
final class SignedDocument {
    private SignedDocument() {}

    static Document parse(InputStream bytes) {
        try {
            var builder = factory().newDocumentBuilder();
            builder.setErrorHandler(new Silent());
            builder.setEntityResolver((_, _) -> {
                throw HardenedXml.documentTypeRefused();
            });
            return builder.parse(new InputSource(XmlText.of(new SeedFileStream(bytes, SignedContainer.MOST_BYTES))));
        } catch (SAXParseException e) {
            // The parser's own words are kept back: they quote the file.
            throw new SeedFileException.Malformed(
                    "line %d is not well-formed XML, or nested too deep, or declares a document type"
                            .formatted(e.getLineNumber()));
        } catch (SAXException | IOException _) {
            throw new SeedFileException.Malformed("the file is not well-formed XML");
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("the JDK's XML parser cannot be made safe", e);
        }
    }

    private static DocumentBuilderFactory factory() throws ParserConfigurationException {
        var factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        factory.setXIncludeAware(false);
        factory.setExpandEntityReferences(false);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        factory.setAttribute("jdk.xml.maxElementDepth", String.valueOf(XmlCursor.DEEPEST));
        factory.setAttribute("jdk.xml.elementAttributeLimit", String.valueOf(XmlCursor.MOST_ATTRIBUTES));
        // As in HardenedXml: these also count every &amp;, and other entities there are none.
        factory.setAttribute("jdk.xml.totalEntitySizeLimit", "0");
        factory.setAttribute("jdk.xml.maxGeneralEntitySizeLimit", "0");
        factory.setAttribute("jdk.xml.entityExpansionLimit", "0");
        factory.setAttribute("jdk.xml.entityReplacementLimit", "0");
        return factory;
    }

    /** Without it the parser tells standard error. */
    private static final class Silent implements ErrorHandler {
        @Override
        public void warning(SAXParseException warning) {}

        @Override
        public void error(SAXParseException error) throws SAXException {
            throw error;
        }

        @Override
        public void fatalError(SAXParseException error) throws SAXException {
            throw error;
        }
    }
}
