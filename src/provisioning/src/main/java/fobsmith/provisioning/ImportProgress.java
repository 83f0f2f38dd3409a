package fobsmith.provisioning;

/** Is told, after every key, how far an import is. */
public interface ImportProgress {
    /** Nobody looks. */
    ImportProgress UNWATCHED = (_, _, _) -> {};

    /**
     * So far it is.
     *
     * @param keys taken so far
     * @param bytes read so far, with some kilobytes read ahead
     * @param size of the whole file in bytes, 0 where that is not known
     */
    void at(long keys, long bytes, long size);
}
