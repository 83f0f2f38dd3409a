package fobsmith.registry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.AuthProvider;
import java.security.GeneralSecurityException;
import java.security.InvalidParameterException;
import java.security.Key;
import java.security.KeyStore;
import java.security.Provider;
import java.security.ProviderException;
import java.security.SecureRandom;
import java.security.Security;
import java.util.Arrays;
import javax.crypto.KeyGenerator;
import javax.security.auth.login.LoginException;
import org.jspecify.annotations.Nullable;

/** An AES-256 key that never leaves its PKCS#11 token: the token itself wraps the data key, by AES-GCM. */
public final class Pkcs11Key implements RegistryKey {
    /** CKA_EXTRACTABLE=false: not even wrapped does the token give it away. */
    private static final String ATTRIBUTES = """
            attributes(generate,CKO_SECRET_KEY,CKK_AES) = {
              CKA_SENSITIVE = true
              CKA_EXTRACTABLE = false
              CKA_ENCRYPT = true
              CKA_DECRYPT = true
            }
            """;

    private final Provider provider;
    private final Key key;

    private Pkcs11Key(Provider provider, Key key) {
        this.provider = provider;
        this.key = key;
    }

    /**
     * Where the key is.
     *
     * @param library the PKCS#11 module, a shared library
     * @param slot number of the slot as the module tells it; null: the first slot
     * @param label the key's label on the token
     */
    public record Place(Path library, @Nullable Integer slot, String label) {
        public static final String LABEL = "fobsmith registry key";

        @Override
        public String toString() {
            return "%s of %s".formatted(slot == null ? "the first slot" : "slot " + slot, library);
        }

        private String configuration() {
            return "--name = fobsmith\nlibrary = \"%s\"\n%s\n%s"
                    .formatted(
                            library.toAbsolutePath(),
                            slot == null ? "slotListIndex = 0" : "slot = " + slot,
                            ATTRIBUTES);
        }
    }

    /** The key that bears the label. The PIN is tried once, and wiped. */
    public static Pkcs11Key open(Place place, char[] pin) {
        var provider = load(place, pin);
        try {
            var key = logIn(provider, place, pin).getKey(place.label(), null);
            if (key == null) {
                throw new RegistryException.WrongKey(
                        "%s holds no key \"%s\"".formatted(place, place.label()),
                        "name the slot and label the registry was made with");
            }
            return new Pkcs11Key(provider, key);
        } catch (GeneralSecurityException | ProviderException | RegistryException e) {
            logOut(provider);
            throw failed(place, e);
        } finally {
            Arrays.fill(pin, '\0');
        }
    }

    /** Makes the key on the token; refuses where one bears the label already. The PIN is tried once, and wiped. */
    public static Pkcs11Key create(Place place, char[] pin) {
        var provider = load(place, pin);
        try {
            var token = logIn(provider, place, pin);
            if (token.containsAlias(place.label())) {
                throw new RegistryException.WrongKey(
                        "%s already holds a key \"%s\"".formatted(place, place.label()), "choose another label");
            }
            var generator = KeyGenerator.getInstance("AES", provider);
            generator.init(AesGcm.KEY_BYTES * 8);
            token.setKeyEntry(place.label(), generator.generateKey(), null, null);
            return new Pkcs11Key(provider, token.getKey(place.label(), null));
        } catch (GeneralSecurityException | ProviderException | RegistryException e) {
            logOut(provider);
            throw failed(place, e);
        } finally {
            Arrays.fill(pin, '\0');
        }
    }

    private static Provider load(Place place, char[] pin) {
        try {
            if (!Files.isReadable(place.library())) {
                throw new RegistryException.WrongKey(
                        "there is no PKCS#11 module %s".formatted(place.library()), "name the token's shared library");
            }
            return Security.getProvider("SunPKCS11").configure(place.configuration());
        } catch (RegistryException | ProviderException | InvalidParameterException e) {
            Arrays.fill(pin, '\0');
            throw failed(place, e);
        }
    }

    private static KeyStore logIn(Provider provider, Place place, char[] pin) throws GeneralSecurityException {
        try {
            var token = KeyStore.getInstance("PKCS11", provider);
            token.load(null, pin);
            return token;
        } catch (IOException e) {
            throw new RegistryException.WrongKey(
                    "%s does not take this PIN".formatted(place),
                    "look how many tries the token has left before you type it again");
        }
    }

    private static RegistryException failed(Place place, Exception e) {
        if (e instanceof RegistryException known) {
            return known;
        }
        return new RegistryException.WrongKey(
                "%s does not work: %s".formatted(place, reason(e)), "look whether the token is there and initialised");
    }

    private static String reason(Throwable failure) {
        var cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }

    @Override
    public String provider() {
        return "PKCS#11 token";
    }

    /** The token as a cipher; works until this is closed. */
    AesGcm cipher(SecureRandom randomness) {
        return new AesGcm(key, provider, randomness);
    }

    /** What the token gives away of the key: nothing. */
    byte @Nullable [] encoded() {
        return key.getEncoded();
    }

    /** Ends the session with the token. */
    @Override
    public void close() {
        logOut(provider);
    }

    private static void logOut(Provider provider) {
        try {
            ((AuthProvider) provider).logout();
        } catch (LoginException _) {
            // The token was pulled, or another key on it has logged out: there is no session to end.
        }
    }
}
