package fobsmith.cli.token;

import fobsmith.cli.CliException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;

/** X.509 certificates in files, PEM or DER. */
final class Certificates {
    private Certificates() {}

    /** All that the file holds, at least one. */
    static List<X509Certificate> read(Path file) {
        try (var in = Files.newInputStream(file)) {
            var certificates = CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
                    .map(X509Certificate.class::cast)
                    .toList();
            if (certificates.isEmpty()) {
                throw new CertificateException("it holds none");
            }
            return certificates;
        } catch (IOException | CertificateException e) {
            throw new CliException(
                    "cannot read a certificate from %s".formatted(file), "name an X.509 certificate in PEM or DER");
        }
    }
}
