package fobsmith.cli;

/**
 * Prints rows as they come, however many, and at the end what came of them all. Closed without {@link #end} it stops where it
 * is. One thread.
 */
public interface RowStream<T> extends AutoCloseable {
    void add(T row);

    /** One record about all of them; the text is for people. */
    void end(Object record, String text);

    @Override
    void close();
}
