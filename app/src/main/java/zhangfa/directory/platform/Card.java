package zhangfa.directory.platform;

import java.util.UUID;

/**
 * A message to one person with a place to go to. Platforms get it as plain text, so that nothing people wrote is
 * interpreted there.
 *
 * @param id the same from attempt to attempt
 * @param button what the way to the address is called
 */
public record Card(UUID id, String title, String text, String button, String address) {}
