package zhangfa.mining.read;

import java.util.List;

/** What the columns of an event log are called in practice; the first that is there counts. */
final class UsualNames {

    static final List<String> CASE = List.of("case:concept:name", "case_id", "caseid", "case id", "case", "案例", "案例编号");
    static final List<String> ACTIVITY = List.of("concept:name", "activity", "event", "task", "活动");
    static final List<String> TIMESTAMP = List.of(
            "time:timestamp", "timestamp", "end_time", "end_timestamp", "end", "complete timestamp", "time", "时间");
    static final List<String> START = List.of("start_timestamp", "start_time", "start timestamp", "start", "开始时间");
    static final List<String> RESOURCE = List.of("org:resource", "resource", "user", "资源", "执行人");

    private UsualNames() {}
}
