package fobsmith.registry;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** What wraps the data key and is never stored with it. Whoever makes one closes it. */
public sealed interface RegistryKey extends AutoCloseable permits RegistryKey.InMemory, Pkcs11Key {

    /** As the registry remembers it. */
    String provider();

    @Override
    void close();

    /** One whose bytes this process gets to know. */
    sealed interface InMemory extends RegistryKey {
        /** 32 bytes that wrap the data key; the caller wipes them. */
        byte[] derive(Cost cost, byte[] salt);
    }

    /** What a passphrase costs whoever guesses it: Argon2id, RFC 9106. A key file costs nothing: it cannot be guessed. */
    record Cost(int memoryKib, int iterations, int parallelism) {
        /** The second recommended choice of RFC 9106 section 4: 64 MiB, 3 passes, 4 lanes. */
        public static final Cost STANDARD = new Cost(64 * 1024, 3, 4);
    }

    /** A passphrase of at least 12 characters. */
    final class Passphrase implements InMemory {
        private static final int SHORTEST = 12;
        private final char[] characters;

        /** Takes the characters over and wipes them when closed. */
        public Passphrase(char[] characters) {
            this.characters = characters;
        }

        /** For a new registry only: an old one opens with whatever it was closed with. */
        public Passphrase requireLongEnough() {
            if (characters.length < SHORTEST) {
                throw new RegistryException.WrongKey(
                        "the passphrase has %d characters; at least %d are needed"
                                .formatted(characters.length, SHORTEST),
                        "choose a longer one, for example five words");
            }
            return this;
        }

        @Override
        public String provider() {
            return "passphrase";
        }

        @Override
        public byte[] derive(Cost cost, byte[] salt) {
            byte[] password = utf8();
            try {
                var generator = new Argon2BytesGenerator();
                generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                        .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                        .withMemoryAsKB(cost.memoryKib())
                        .withIterations(cost.iterations())
                        .withParallelism(cost.parallelism())
                        .withSalt(salt)
                        .build());
                var key = new byte[AesGcm.KEY_BYTES];
                generator.generateBytes(password, key);
                return key;
            } finally {
                Arrays.fill(password, (byte) 0);
            }
        }

        private byte[] utf8() {
            var room = ByteBuffer.allocate(characters.length * 4);
            StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(characters), room, true);
            byte[] encoded = Arrays.copyOf(room.array(), room.position());
            Arrays.fill(room.array(), (byte) 0);
            return encoded;
        }

        @Override
        public void close() {
            Arrays.fill(characters, '\0');
        }
    }

    /** 32 random bytes in a file that only its owner may read. */
    final class KeyFile implements InMemory {
        private final byte[] bytes;

        private KeyFile(byte[] bytes) {
            this.bytes = bytes;
        }

        /** Writes a new key; fails if the file exists. */
        public static KeyFile create(Path file, SecureRandom randomness) {
            var bytes = new byte[AesGcm.KEY_BYTES];
            randomness.nextBytes(bytes);
            try {
                PrivateFile.create(file, bytes);
                return new KeyFile(bytes);
            } catch (NoSuchFileException e) {
                throw new RegistryException.WrongKey(
                        "there is no folder for key file %s".formatted(file), "make the folder first");
            } catch (IOException e) {
                throw new RegistryException.WrongKey(
                        "cannot write key file %s: %s".formatted(file, e.getMessage()),
                        "name a file that does not exist yet, in a folder you may write to");
            }
        }

        /** Where the key of a registry is looked for: the same name beside it, with {@code .key}. */
        public static Path beside(Path registry) {
            var name = registry.getFileName().toString();
            int dot = name.lastIndexOf('.');
            return registry.resolveSibling((dot > 0 ? name.substring(0, dot) : name) + ".key");
        }

        /** Reads a key, and refuses a file that others may read. */
        public static KeyFile read(Path file) {
            try {
                if (PrivateFile.isOpenToOthers(file)) {
                    throw new RegistryException.WrongKey(
                            "key file %s can be read by others".formatted(file), "run: chmod 600 " + file);
                }
                var bytes = Files.readAllBytes(file);
                if (bytes.length != AesGcm.KEY_BYTES) {
                    throw new RegistryException.WrongKey(
                            "%s is not a key file: it has %d bytes, not %d"
                                    .formatted(file, bytes.length, AesGcm.KEY_BYTES),
                            "name the file that \"fobsmith init\" wrote");
                }
                return new KeyFile(bytes);
            } catch (NoSuchFileException e) {
                throw new RegistryException.WrongKey(
                        "there is no key file %s".formatted(file), "name the file that \"fobsmith init\" wrote");
            } catch (IOException e) {
                throw new RegistryException.WrongKey(
                        "cannot read key file %s: %s".formatted(file, e.getMessage()),
                        "look at the file's permissions");
            }
        }

        @Override
        public String provider() {
            return "key file";
        }

        @Override
        public byte[] derive(Cost cost, byte[] salt) {
            return bytes.clone();
        }

        @Override
        public void close() {
            Arrays.fill(bytes, (byte) 0);
        }
    }
}
