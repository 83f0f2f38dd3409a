package fobsmith.seedfiles;

import java.io.InputStream;

/** A seed file that can be read again from its start, as one on the disk can. */
@FunctionalInterface
public interface RepeatableFile {
    /** From its start; whoever asks closes it. */
    InputStream open();
}
