package fobsmith.firmware.flash;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Set;

/** The words of a flash in a file, big-endian, readable by its owner only. Locked while open. */
final class ImageFile implements Image {
    private static final int BYTES = Flash.WORDS * Integer.BYTES;

    private final Path file;
    private final FileChannel channel;

    private ImageFile(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    static ImageFile open(Path file) {
        var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try {
            var image = new ImageFile(file, FileChannel.open(file, Set.of(CREATE, READ, WRITE), owner));
            image.prepare();
            return image;
        } catch (IOException e) {
            throw new FlashException("flash image %s cannot be opened".formatted(file), e);
        }
    }

    private void prepare() throws IOException {
        try {
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

    private void requireAlone() throws IOException {
        try {
            if (channel.tryLock() != null) {
                return;
            }
        } catch (OverlappingFileLockException e) {
            throw new FlashException("flash image %s is another token's".formatted(file), e);
        }
        throw new FlashException("flash image %s is another simulator's".formatted(file));
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
        try {
            channel.close();
        } catch (IOException e) {
            throw new FlashException("flash image %s cannot be closed".formatted(file), e);
        }
    }
}
