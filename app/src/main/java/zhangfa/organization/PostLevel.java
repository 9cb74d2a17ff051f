package zhangfa.organization;

/** How senior a post is: 专员, 主管, 经理. */
public enum PostLevel {
    SPECIALIST,
    SUPERVISOR,
    MANAGER
}
