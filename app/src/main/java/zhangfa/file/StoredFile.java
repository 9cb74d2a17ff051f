package zhangfa.file;

import java.time.Instant;
import java.util.UUID;

/**
 * One uploaded file.
 *
 * @param name as its owner called it, safe to show; never a path
 * @param mediaType found from the content
 * @param size in bytes
 * @param sha256 of the content, in lower-case hexadecimal
 * @param owner the account that uploaded it
 */
public record StoredFile(
        UUID id, String name, String mediaType, long size, String sha256, UUID owner, Instant uploadedAt) {}
