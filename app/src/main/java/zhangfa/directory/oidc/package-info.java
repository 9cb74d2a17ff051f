/** Single sign-on by OpenID Connect: authorization code with PKCE, state and nonce, and the signed ID token. */
@NullMarked
package zhangfa.directory.oidc;

import org.jspecify.annotations.NullMarked;
