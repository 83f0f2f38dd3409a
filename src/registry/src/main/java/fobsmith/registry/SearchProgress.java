package fobsmith.registry;

/** Is told how a long search gets on. */
@FunctionalInterface
public interface SearchProgress {
    /** Answers whether to go on. */
    boolean looked(long done, long total);
}
