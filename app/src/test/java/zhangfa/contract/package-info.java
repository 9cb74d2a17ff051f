/** The REST API as strangers test it: by {@code api.md} alone, over HTTP, on the real database. */
@NullMarked
package zhangfa.contract;

import org.jspecify.annotations.NullMarked;
