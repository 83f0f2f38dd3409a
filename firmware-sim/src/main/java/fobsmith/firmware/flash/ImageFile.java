package fobsmith.firmware.flash;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The words of a flash in a file, big-endian, readable by its owner only. Locked while open. */
final class ImageFile implements Image {
    private static final Set<PosixFilePermission> OWNERS = PosixFilePermissions.fromString("rwx------");
    private static final int BYTES = Flash.WORDS * Integer.BYTES;

    /**
     * Real paths of the images that are open in this process. A second channel to one of them must not even be opened: on
     * POSIX systems closing any of a process's descriptors of a file drops all its locks on it.
     */
    private static final Set<Path> OPEN = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final Path realPath;
    private final FileChannel channel;
    private boolean closed;

    private ImageFile(Path file, Path realPath, FileChannel channel) {
        this.file = file;
        this.realPath = realPath;
        this.channel = channel;
    }

    static ImageFile open(Path file) {
        try {
            var realPath = realPath(file);
            if (!OPEN.add(realPath)) {
                throw new FlashException("flash image %s is another token's".formatted(file));
            }
            return openAlone(file, realPath);
        } catch (IOException e) {
            throw new FlashException("flash image %s cannot be opened".formatted(file), e);
        }
    }

    private static Path realPath(Path file) throws IOException {
        var absolute = file.toAbsolutePath();
        var folder = absolute.getParent();
        if (Files.exists(absolute) || folder == null) {
            return absolute.toRealPath();
        }
        return folder.toRealPath().resolve(absolute.getFileName());
    }

    private static ImageFile openAlone(Path file, Path realPath) throws IOException {
        var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try {
            var channel = FileChannel.open(file, Set.of(CREATE, READ, WRITE, NOFOLLOW_LINKS), owner);
            var image = new ImageFile(file, realPath, channel);
            image.prepare();
            return image;
        } catch (IOException | FlashException e) {
            OPEN.remove(realPath);
            throw e;
        }
    }

    private void prepare() throws IOException {
        try {
            requirePrivate();
            requireAlone();
            if (channel.size() == 0) {
                eraseAll();
            }
            requireSize();
        } catch (IOException | FlashException e) {
            channel.close();
            throw e;
        }
    }

    private void requirePrivate() throws IOException {
        if (!OWNERS.containsAll(Files.getPosixFilePermissions(file, NOFOLLOW_LINKS))) {
            throw new FlashException(
                    "flash image %s holds seeds but is open to others; make it yours alone with chmod 600 %s"
                            .formatted(file, file));
        }
    }

    private void requireAlone() throws IOException {
        if (channel.tryLock() == null) {
            throw new FlashException("flash image %s is another simulator's".formatted(file));
        }
    }

    private void eraseAll() {
        var cells = new int[Flash.WORDS];
        Arrays.fill(cells, Flash.ERASED);
        write(cells, 0, cells.length);
    }

    private void requireSize() throws IOException {
        if (channel.size() != BYTES) {
            throw new FlashException("file %s has %d bytes, a flash image %d".formatted(file, channel.size(), BYTES));
        }
    }

    int[] read() {
        var bytes = ByteBuffer.allocate(BYTES);
        try {
            while (bytes.hasRemaining() && channel.read(bytes, bytes.position()) >= 0) {
                // goes on until all is read
            }
        } catch (IOException e) {
            throw new FlashException("flash image %s cannot be read".formatted(file), e);
        }
        var cells = new int[Flash.WORDS];
        bytes.flip().asIntBuffer().get(cells);
        Arrays.fill(bytes.array(), (byte) 0);
        return cells;
    }

    @Override
    public void write(int[] cells, int first, int words) {
        var bytes = ByteBuffer.allocate(words * Integer.BYTES);
        bytes.asIntBuffer().put(cells, first, words);
        long position = (long) first * Integer.BYTES;
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes, position + bytes.position());
            }
        } catch (IOException e) {
            throw new FlashException("flash image %s cannot be written".formatted(file), e);
        }
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            channel.close();
        } catch (IOException e) {
            throw new FlashException("flash image %s cannot be closed".formatted(file), e);
        } finally {
            OPEN.remove(realPath);
        }
    }
}
