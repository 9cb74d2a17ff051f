/** The demo company, loaded on a first start. */
@NullMarked
package zhangfa.organization.demo;

import org.jspecify.annotations.NullMarked;
