/** Calls, chats and talks about a case: their outcomes, kept as facts, and reminders of what was agreed to come next. */
@NullMarked
package zhangfa.process.conversation;

import org.jspecify.annotations.NullMarked;
