package zhangfa;

/** The people of the demo company, by the name they sign in with. */
public final class Company {

    public static final String PASSWORD = "zhangfa-demo";

    public static final String CEO = "ceo";
    public static final String MANAGER = "manager";
    public static final String HEAD1 = "head1";
    public static final String STAFF1 = "staff1";
    public static final String STAFF2 = "staff2";
    public static final String HEAD2 = "head2";
    public static final String STAFF3 = "staff3";
    public static final String ANALYST1 = "analyst1";
    public static final String AGENT_HEAD = "agenthead";
    public static final String AGENT1 = "agent1";
    public static final String AGENT2 = "agent2";
    public static final String MARKET_HEAD = "markethead";
    public static final String MARKET1 = "market1";
    public static final String DEV_HEAD = "devhead";
    public static final String DEV1 = "dev1";
    public static final String FINANCE_HEAD = "financehead";
    public static final String FINANCE1 = "finance1";
    public static final String FINANCE2 = "finance2";
    public static final String CASHIER1 = "cashier1";
    public static final String CASHIER2 = "cashier2";
    public static final String HR_HEAD = "hrhead";
    public static final String HR1 = "hr1";
    public static final String ADMIN_HEAD = "adminhead";
    public static final String ADMIN1 = "admin1";
    public static final String DESIGNER1 = "designer1";
    public static final String INSPECTOR1 = "inspector1";
    public static final String ROOT = "root";

    private Company() {}
}
