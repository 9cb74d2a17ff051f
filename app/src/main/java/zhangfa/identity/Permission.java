package zhangfa.identity;

import java.util.List;

/** What a role can grant. Rights over single cases come from the organisation and the process, not from here. */
public final class Permission {

    public static final String CASE_START = "case.start";
    /** Sees every case; what is sealed stays sealed. */
    public static final String CASE_INSPECT = "case.inspect";

    /** To the whole company; heads may announce to their own units without it. */
    public static final String ANNOUNCEMENT_PUBLISH = "announcement.publish";

    /** Messages and signals to cases of every process; owners send them to the cases of their own without it. */
    public static final String MESSAGE_SEND = "message.send";

    public static final String PROCESS_PUBLISH = "process.publish";
    public static final String RULEBOOK_MANAGE = "rulebook.manage";
    public static final String ORGANIZATION_MANAGE = "organization.manage";
    public static final String ACCOUNT_MANAGE = "account.manage";
    public static final String JOURNAL_VERIFY = "journal.verify";
    public static final String SYSTEM_OPERATE = "system.operate";

    public static final List<String> ALL = List.of(
            CASE_START,
            CASE_INSPECT,
            ANNOUNCEMENT_PUBLISH,
            MESSAGE_SEND,
            PROCESS_PUBLISH,
            RULEBOOK_MANAGE,
            ORGANIZATION_MANAGE,
            ACCOUNT_MANAGE,
            JOURNAL_VERIFY,
            SYSTEM_OPERATE);

    private Permission() {}
}
