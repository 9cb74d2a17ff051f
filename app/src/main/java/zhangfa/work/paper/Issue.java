package zhangfa.work.paper;

import java.time.Instant;
import java.util.UUID;

/**
 * What a paper says of a case, as it was issued.
 *
 * @param seq how far the case's journal went then
 * @param hash of that last entry, in hexadecimal digits; every entry before is in it
 */
public record Issue(
        UUID caseId, String number, String title, String process, String status, int seq, String hash, Instant at) {

    /** The hash as people compare it: eight groups of eight. */
    public String digest() {
        return hash.replaceAll("(.{8})(?=.)", "$1 ");
    }
}
