package zhangfa.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import zhangfa.Zhangfa;
import zhangfa.identity.Account;
import zhangfa.identity.Accounts;
import zhangfa.organization.Organization;
import zhangfa.process.Cases;
import zhangfa.process.Processes;

/** Many people of one unit; what each asks for the next one in the row decides on. */
final class Crowd {

    private static final String BPMN = """
            <?xml version="1.0" encoding="UTF-8"?>
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zhangfa="urn:zhangfa:bpmn:1" targetNamespace="bench"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn">
              <bpmn:process id="%s" name="Users" isExecutable="true">
                <bpmn:startEvent id="start"/>
                <bpmn:userTask id="colleague" name="Colleague" zhangfa:kind="approval" camunda:assignee="${colleague}"/>
                <bpmn:endEvent id="end"/>
                <bpmn:sequenceFlow id="a" sourceRef="start" targetRef="colleague"/>
                <bpmn:sequenceFlow id="b" sourceRef="colleague" targetRef="end"/>
              </bpmn:process>
            </bpmn:definitions>
            """.formatted(Colleague.PROCESS);

    /** Like the first staff member: account, roles, person, place in the same unit. */
    private static final List<String> HIRING = List.of("""
                insert into identity.account (id, username, name, status, password, password_changed_at)
                select gen_random_uuid(), ?, ?, 'active', password, now() from identity.account where username = 'staff1'
                on conflict do nothing""", """
                insert into identity.account_role select a.id, r.role from identity.account a, identity.account_role r
                join identity.account s on s.id = r.account and s.username = 'staff1' where a.username = ? and a.name = ? on conflict do nothing""", """
                insert into organization.person select a.id, a.username, a.name, null, null, a.username, true, current_date - 30
                from identity.account a where a.username = ? and a.name = ? on conflict do nothing""", """
                insert into organization.assignment
                select gen_random_uuid(), p.id, x.unit, x.position, x.level, daterange(current_date - 30, null)
                from organization.person p, organization.assignment x join organization.person s on s.id = x.person and s.username = 'staff1'
                where p.username = ? and p.name = ? and upper_inf(x.during) and not exists (select 1 from organization.assignment y where y.person = p.id)""");

    /** What is written past the product is remembered by it after a while. */
    private static final long HEARS_OF_IT = 200_000_000;

    private final ServletWebServerApplicationContext product;
    private final Cases cases;
    private final Accounts accounts;
    private final int size;

    private Crowd(ServletWebServerApplicationContext product, int size) {
        this.product = product;
        this.cases = product.getBean(Cases.class);
        this.accounts = product.getBean(Accounts.class);
        this.size = size;
    }

    /** The product, with its data in this folder unless {@code -Dzhangfa.data} says another. */
    static ServletWebServerApplicationContext open(String folder) {
        System.setProperty("zhangfa.data", System.getProperty("zhangfa.data", folder));
        System.setProperty("server.port", "0");
        return (ServletWebServerApplicationContext) SpringApplication.run(Zhangfa.class);
    }

    static Crowd hire(ServletWebServerApplicationContext context, int size) {
        var jdbc = context.getBean(JdbcClient.class);
        for (int i = 0; i < size; i++) {
            for (var statement : HIRING) {
                jdbc.sql(statement).params(name(i), name(i)).update();
            }
        }
        var organization = context.getBean(Organization.class);
        var last = context.getBean(Accounts.class)
                .named(name(size - 1))
                .orElseThrow()
                .id();
        while (organization.person(last).isEmpty()) {
            LockSupport.parkNanos(HEARS_OF_IT);
        }
        context.getBean(Processes.class).handIn(new Processes.Draft(BPMN, null, null, List.of()), true, null);
        return new Crowd(context, size);
    }

    /** Everybody asks for so many things: an inbox as it is found in the morning. */
    List<UUID> handOut(int tasks, IntFunction<String> title) {
        var started = new ArrayList<UUID>();
        for (int i = 0; i < size; i++) {
            var form = Map.<String, Object>of("colleague", name((i + 1) % size));
            for (int task = 0; task < tasks; task++) {
                started.add(cases.start(
                        account(i), new Cases.Wish(Colleague.PROCESS, form, title.apply(started.size()), null)));
            }
        }
        return started;
    }

    /** Whoever was asked agrees. */
    void decide(List<Map.Entry<UUID, UUID>> tasksByPerson) {
        for (var task : tasksByPerson) {
            cases.act(accounts.withId(task.getValue()).orElseThrow(), task.getKey(), Cases.Deed.of("approve", null));
        }
    }

    List<Colleague> logIn() throws IOException, InterruptedException {
        var port = Objects.requireNonNull(product.getWebServer()).getPort();
        var colleagues = new ArrayList<Colleague>();
        for (int i = 0; i < size; i++) {
            colleagues.add(new Colleague("http://127.0.0.1:" + port, name(i), name((i + 1) % size)));
        }
        return colleagues;
    }

    private Account account(int number) {
        return accounts.named(name(number)).orElseThrow();
    }

    private static String name(int number) {
        return "bench" + number;
    }
}
