/** DingTalk 钉钉, after the documentation of open.dingtalk.com; unverified on a real tenant. */
@NullMarked
package zhangfa.directory.dingtalk;

import org.jspecify.annotations.NullMarked;
