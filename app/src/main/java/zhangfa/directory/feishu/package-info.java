/** Feishu 飞书 and Lark, after the documentation of open.feishu.cn; unverified on a real tenant. */
@NullMarked
package zhangfa.directory.feishu;

import org.jspecify.annotations.NullMarked;
