package fobsmith.seedfiles;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Objects;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;

/**
 * Goes through a key container once: the container without its signature goes in canonical form to a digest, and the
 * signature is kept. Memory does not depend on the number of keys. One thread.
 */
final class CanonicalSweep {
    private final DigestInputStream file;
    private final XmlEvents events;
    private final XMLStreamReader parser;
    private final CanonicalForm form;
    private final DigestedText text;
    private final CanonicalXml container;
    private final ByteArrayOutputStream signature = new ByteArrayOutputStream();
    private String id = "";
    private byte[] fileDigest = {};
    private boolean rootPassed;

    private CanonicalSweep(InputStream content, CanonicalForm form, MessageDigest digest) {
        file = new DigestInputStream(content, SignatureAlgorithms.sha256());
        events = new XmlEvents(file);
        parser = events.parser();
        this.form = form;
        text = new DigestedText(digest);
        container = new CanonicalXml(parser, form, Map.of(), text);
    }

    /** Takes the file over, and closes it. The digest is fed, and left to the caller to end. */
    static CanonicalSweep through(InputStream content, CanonicalForm form, MessageDigest digest) {
        var sweep = new CanonicalSweep(content, form, digest);
        try {
            sweep.run();
            return sweep;
        } finally {
            sweep.text.flush();
            sweep.events.close();
        }
    }

    /** Of the container; empty where it has none. */
    String id() {
        return id;
    }

    /** In canonical form, with every namespace that it stands in; empty where there is none. */
    byte[] signature() {
        return signature.toByteArray();
    }

    /** Of all bytes of the file. */
    byte[] fileDigest() {
        return fileDigest;
    }

    private void run() {
        for (int event = events.advance(); event != XMLStreamConstants.END_DOCUMENT; event = events.advance()) {
            pass(event);
        }
        fileDigest = digestToTheEnd();
    }

    private void pass(int event) {
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> start();
            case XMLStreamConstants.END_ELEMENT -> end(container);
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                if (events.depth() > 0) {
                    container.text();
                }
            }
            case XMLStreamConstants.PROCESSING_INSTRUCTION -> processingInstruction();
            default -> {}
        }
    }

    private void start() {
        if (events.depth() == 1) {
            id = Objects.requireNonNullElse(parser.getAttributeValue(null, "Id"), "");
        }
        if (events.depth() == 2 && isSignature()) {
            keepSignature();
        } else {
            container.startElement();
        }
    }

    private boolean isSignature() {
        return XMLSignature.XMLNS.equals(parser.getNamespaceURI()) && "Signature".equals(parser.getLocalName());
    }

    private void end(CanonicalXml xml) {
        xml.endElement();
        rootPassed = events.depth() == 0;
        if (events.depth() == 1) {
            events.packageRead();
        }
    }

    /** Around the root each stands on a line of its own (Canonical XML section 2.3). */
    private void processingInstruction() {
        if (events.depth() > 0) {
            container.processingInstruction();
        } else if (form.wholeDocument()) {
            if (rootPassed) {
                text.append('\n');
            }
            container.processingInstruction();
            if (!rootPassed) {
                text.append('\n');
            }
        }
    }

    private void keepSignature() {
        if (signature.size() > 0) {
            throw new SeedFileException.Refused("the key container bears several signatures");
        }
        var kept = new DigestedText(signature);
        var xml = new CanonicalXml(parser, CanonicalForm.INCLUSIVE, container.namespaces(), kept);
        xml.startElement();
        while (events.depth() > 1) {
            switch (events.advance()) {
                case XMLStreamConstants.START_ELEMENT -> xml.startElement();
                case XMLStreamConstants.END_ELEMENT -> end(xml);
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> xml.text();
                default -> {}
            }
        }
        kept.flush();
    }

    private byte[] digestToTheEnd() {
        try {
            while (file.read() >= 0) {
                // the parser has seen the end already, or nearly
            }
            return file.getMessageDigest().digest();
        } catch (IOException e) {
            throw new SeedFileException.Unreadable(e);
        }
    }
}
