package fobsmith.iam.policy;

/** Counts how often a character of it is read. */
final class CountedText implements CharSequence {
    private final String text;
    private int reads;

    CountedText(String text) {
        this.text = text;
    }

    int reads() {
        return reads;
    }

    @Override
    public char charAt(int index) {
        reads++;
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        throw new UnsupportedOperationException();
    }

    @Override
    public String toString() {
        throw new UnsupportedOperationException("would be read without being counted");
    }
}
