/** Passwords of the company's LDAP directory: found by a filter, proved by a bind, always encrypted. */
@NullMarked
package zhangfa.directory.ldap;

import org.jspecify.annotations.NullMarked;
