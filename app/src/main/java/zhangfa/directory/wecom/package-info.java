/** WeCom 企业微信, after the documentation of developer.work.weixin.qq.com; unverified on a real tenant. */
@NullMarked
package zhangfa.directory.wecom;

import org.jspecify.annotations.NullMarked;
