package fobsmith.desk;

/**
 * Something that went wrong, in the language that is spoken.
 *
 * @param sentence what happened
 * @param remedy what to do about it; may be empty
 * @param detail for whoever helps, in English: copied, not shown at first
 */
public record Failure(String sentence, String remedy, String detail) {}
