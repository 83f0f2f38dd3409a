package fobsmith.provisioning;

/**
 * What an import did.
 *
 * @param read tokens in the file
 * @param added tokens that were not in the registry before
 * @param signedButNotVerified the file bears a signature that nobody has checked
 */
public record ImportReport(int read, int added, boolean signedButNotVerified) {
    public int known() {
        return read - added;
    }
}
