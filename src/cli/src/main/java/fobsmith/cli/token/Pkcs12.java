package fobsmith.cli.token;

import fobsmith.cli.CliException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The private keys of a PKCS #12 file, with their certificates. */
final class Pkcs12 {
    /** One of them. */
    record Identity(PrivateKey key, X509Certificate certificate) {}

    private final Path file;
    private final List<Identity> identities;

    private Pkcs12(Path file, List<Identity> identities) {
        this.file = file;
        this.identities = identities;
    }

    /** Wipes the password. */
    static Pkcs12 read(Path file, char[] password) {
        try (var in = Files.newInputStream(file)) {
            var store = KeyStore.getInstance("PKCS12");
            store.load(in, password);
            return new Pkcs12(file, identities(store, password));
        } catch (IOException | GeneralSecurityException e) {
            throw new CliException(
                    "PKCS#12 file %s cannot be opened".formatted(file),
                    "look at the file and its password; the reason: " + e.getMessage());
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    private static List<Identity> identities(KeyStore store, char[] password) throws GeneralSecurityException {
        var identities = new ArrayList<Identity>();
        for (var alias : Collections.list(store.aliases())) {
            if (store.getKey(alias, password) instanceof PrivateKey key
                    && store.getCertificate(alias) instanceof X509Certificate certificate) {
                identities.add(new Identity(key, certificate));
            }
        }
        return List.copyOf(identities);
    }

    Optional<PrivateKey> privateKey(X509Certificate certificate) {
        return identities.stream()
                .filter(identity -> identity.certificate.equals(certificate))
                .map(Identity::key)
                .findFirst();
    }

    /** The only one in it. */
    Identity single() {
        if (identities.size() != 1) {
            throw new CliException(
                    "PKCS#12 file %s holds %d keys with certificates, not one".formatted(file, identities.size()),
                    "name a file with a single one");
        }
        return identities.getFirst();
    }
}
