package fobsmith.seedfiles;

import java.util.Set;

/** XML namespaces of seed files. */
final class Namespaces {
    /** RFC 6030's own and those it builds upon: no local name means two things among them. */
    static final Set<String> KNOWN = Set.of(
            "urn:ietf:params:xml:ns:keyprov:pskc",
            "http://www.w3.org/2000/09/xmldsig#",
            "http://www.w3.org/2001/04/xmlenc#",
            "http://www.w3.org/2009/xmlenc11#",
            "http://www.rsasecurity.com/rsalabs/pkcs/schemas/pkcs-5v2-0#");

    private Namespaces() {}
}
