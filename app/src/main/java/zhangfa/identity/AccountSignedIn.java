package zhangfa.identity;

import java.util.UUID;

/** Somebody came in, on a page or for a token, from this network address. */
public record AccountSignedIn(UUID account, String username, String address) {}
