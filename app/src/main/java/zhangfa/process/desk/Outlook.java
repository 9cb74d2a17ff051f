package zhangfa.process.desk;

import java.util.List;
import java.util.Map;
import zhangfa.identity.Account;
import zhangfa.process.CaseFile;
import zhangfa.process.Processes;
import zhangfa.process.Reading.Expected;

/** Looks ahead along a process with the kernel itself, on paper only; the runtime, which knows the people, answers. */
public interface Outlook {

    List<Expected> of(Account who, String process, Map<String, Object> form);

    List<Expected> of(Account who, Processes.Draft draft, Map<String, Object> form);

    List<Expected> ahead(CaseFile file, String state);
}
