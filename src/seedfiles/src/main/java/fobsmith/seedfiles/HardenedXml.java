package fobsmith.seedfiles;

import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The JDK's streaming parser with everything switched off that reaches beyond the file. */
final class HardenedXml {
    private HardenedXml() {}

    /** A parser at the file's start; the file is closed if there is none to be had. */
    static XMLStreamReader parser(SeedFileStream file) {
        try {
            return factory().createXMLStreamReader(XmlText.of(file));
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNumber());
            file.close();
            throw new SeedFileException.Malformed("line %d is not well-formed XML: the file does not begin as XML does"
                    .formatted(line + file.skippedLines()));
        } catch (SeedFileException e) {
            file.close();
            throw e;
        }
    }

    private static XMLInputFactory factory() {
        // The JDK's own, whatever else may be on the class path.
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        // Limits against entities that also count every &amp; and would end a file after 100,000 of them. Nothing is
        // lost:
        // there are no other entities, and a key package is bounded.
        factory.setProperty("jdk.xml.totalEntitySizeLimit", "0");
        factory.setProperty("jdk.xml.maxGeneralEntitySizeLimit", "0");
        factory.setProperty("jdk.xml.entityExpansionLimit", "0");
        factory.setProperty("jdk.xml.entityReplacementLimit", "0");
        factory.setXMLResolver((_, systemId, _, _) -> {
            throw documentTypeRefused();
        });
        return factory;
    }

    static SeedFileException documentTypeRefused() {
        return new SeedFileException.Refused("a document type declaration (DTD) is not allowed in a seed file");
    }

    static void close(XMLStreamReader parser, SeedFileStream file) {
        try {
            parser.close();
        } catch (XMLStreamException _) {
            // the parser holds nothing but memory; what matters is the file
        }
        file.close();
    }
}
