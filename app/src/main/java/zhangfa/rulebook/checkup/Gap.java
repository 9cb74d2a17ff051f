package zhangfa.rulebook.checkup;

import java.util.Locale;
import java.util.regex.Pattern;
import zhangfa.rulebook.comparison.Article;

/** What an article that gives people something to do should say, and how one sees whether it does. */
public enum Gap {
    /** Who does it: a post, a unit, somebody named by their part; "相关部门" is nobody. */
    OWNER("由(?!于|此)[^,。;各相有]{2,16}?(?:负责|组织|审批|审核|执行|办理|统筹|监督|承担|[保核登检])"
            + "|(?<![关各何])(?:人|主管|经理|专员|总监|组长|部长|主任|会计|出纳|秘书|(?<![人成全会党])员|员工|干事|领导|委员会|小组|办公室|[一二三四五六七八九十]部|[务政源划发售术场理服产购]部门?|中心|服务组|分析组)(?:职责)?\\s*"
            + "(?:全面|统筹|共同|应当?|须|必须|需|要|将|可以?|每|按|根据|依据|对|负责|组织|审|提出|填写|提交|为|在|于|不得|进行|签|向|与|会同|担任)"),
    /** A number to measure it by: a deadline, a limit, a weight, a frequency. */
    NUMBER(
            "(?:\\d+(?:\\.\\d+)?|[一二三四五六七八九十百两]{1,4})\\s*(?:个?(?:工作)?日|天|小时|分钟|周|个?月|年|季|元|万|%|分(?!析|类|工|别|解|享|配)|次|份|级|倍|折|家|名|人次|页|字)|百分之"
                    + "|每(?:日|天|周|月|季|年|半年)|(?:月|年|季|周)(?:末|初|底|度)"),
    /** What shows that it was done: a form, a record, a report. */
    EVIDENCE("[^代]表(?![现示达明扬彰率面])|单(?:据|$|[^位独一])|记录|台账|报告|登记|签字|签收|签名|归档|存档|档案|凭证|票据|回执|纪要|清册|日志|备案|公示|截图|申请书|合同|协议书");

    private final Pattern said;

    Gap(String said) {
        this.said = Pattern.compile(said);
    }

    boolean isIn(Article article) {
        return !article.isFrame() && !said.matcher(article.folded()).find();
    }

    /** As it stands in message keys. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
