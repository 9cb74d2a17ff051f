package zhangfa.rulebook.structure;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Cuts a title off text that goes on without a stop. Titles end in the nouns of management (流程, 制度, 目标), sentences begin
 * with what they do or whom they bind (根据, 定期, 员工), and a title's words come again in its text.
 */
final class TitleCut {

    private static final int SHORTEST = 2;
    private static final int LONGEST = 16;
    private static final double ENOUGH = 1.5;
    /** Whoever a sentence may begin with: 运营中心, 人力资源部门. */
    private static final Pattern ACTOR = Pattern.compile(
            "[\\p{IsHan}]{0,6}?(?:中心|部门|主管|经理|公司|员工|人员|领导|委员会|小组|单位|岗位)|[\\p{IsHan}]{2,6}?(?:部(?!门)|组)");
    /** A title does not speak of the rules themselves; the sentence behind it does. */
    private static final Pattern OURSELVES = Pattern.compile("本(?:制度|办法|规定|公司|部门|中心|细则|标准|规范|守则)");
    /** 活动结束后， */
    private static final Pattern MOMENT = Pattern.compile("[\\p{IsHan}]{2,8}(?:后|时|前|期间)(?:,|.{1,4}(?:日|天|小时|分钟|内)).*");

    private static final List<String> ENDS = words("""
            流程 制度 管理 规范 机制 目标 原则 职责 分工 范围 目的 指标 周期 方式 内容 计划 规划 方案 办法 标准 要求 措施 渠道 培训 考核 评估 评价
            分析 报告 调研 制定 制作 执行 准备 总结 策划 设定 拓展 受理 处理 维护 沟通 协作 纪律 时间 奖金 机会 发展 表彰 自评 评审 反馈 收集
            整理 存储 清洗 编码 方法 体系 安全 保密 建立 建设 实施 通道 指导 学习 关系 会议 监督 检查 审批 审核 申请 登记 归档 采购 验收 报销 付款
            预算 费用 合同 档案 文件 印章 车辆 资产 库存 盘点 设备 物资 人员 岗位 部门 招聘 录用 离职 入职 请假 休假 加班 考勤 薪酬 福利 奖励 惩罚 处罚
            处分 责任 权限 义务 权利 附则 定义 依据 程序 步骤 环节 条件 资格 期限 频率 记录 台账 表单 资料 信息 数据 系统 平台 服务 质量 风险 应急 预案
            事项 架构 一部 二部 三部 组 室 中心 主管 经理 专员 总监 领导 委员会 小组 办公室 态度 能力 业绩 环境 卫生 礼仪 着装 用品 接待 出差 差旅 交接
            """);
    private static final List<String> STARTS = words("""
            为 根据 按照 依据 依照 对 对于 由 将 本 凡 应 各 每 定期 及时 制定 明确 建立 收集 组织 负责 全面负责 包括 提升 提高 确保 加强 采取 运用
            利用 通过 选择 当 如 在 以 是 使 设计 寻找 详细 认真 严格 遵守 规范 评估 考察 上级 鼓励 培养 增强 充分 始终 强调 分析 除
            设立 成立 指定 统筹 主持 实行 实施 采用 开展 进行 做好 保持 保证 须 必须 不得 禁止 严禁 可 可以 每月 每周 每年 每日 每季 全体 所有 任何
            填写 提交 提出 经 凭 因 从 与 向 就 待 需 符合 属于 按 下设 适用于 自 新 相关 有关 发生 超过 未经 违反 完成
            """);

    private TitleCut() {}

    /** How many characters are the title; 0 for none. */
    static int length(String line) {
        var first = firstStop(line);
        var best = IntStream.rangeClosed(SHORTEST, Math.min(LONGEST, first - 1))
                .boxed()
                .max((one, other) -> Double.compare(worth(line, one), worth(line, other)))
                .orElse(0);
        return best > 0 && worth(line, best) >= ENOUGH ? best : 0;
    }

    private static double worth(String line, int cut) {
        var title = line.substring(0, cut);
        var rest = line.substring(cut);
        if (rest.startsWith(title)) {
            return 4;
        }
        var end = longest(ENDS, title::endsWith);
        var worth = 0.6 * end + beginning(rest) + (isSaidAgain(title, rest) ? 0.6 : 0) - Math.abs(cut - 5) * 0.1;
        worth -= longest(STARTS, title::startsWith) > 1 && end < 2 ? 1 : 0;
        worth -= title.matches(".*[()\"“”、].*|.+的.+") ? 0.8 : 0;
        worth -= ACTOR.matcher(title).matches() && !rest.matches("(?:全面)?负责.*") ? 1.2 : 0;
        worth -= OURSELVES.matcher(title).find() ? 1.5 : 0;
        return worth - (rest.matches("[的等和与、].*") ? 2 : 0);
    }

    /** How much these words look like the beginning of a sentence. */
    private static double beginning(String rest) {
        var start = longest(STARTS, rest::startsWith);
        if (start == 0) {
            return isActor(rest) ? 1.3 : MOMENT.matcher(rest).matches() ? 0.7 : -0.6;
        }
        // 制定 ends a title as often as it begins a sentence: then what follows it decides.
        var isBoth = ENDS.contains(rest.substring(0, start));
        var after = rest.substring(start);
        var isEnd = isBoth && (longest(STARTS, after::startsWith) > 0 || isActor(after));
        return isEnd ? -0.4 : isBoth ? 0.6 : 1;
    }

    /** Whether whoever does something is named first: 运营中心每周, 上级主管根据. */
    private static boolean isActor(String rest) {
        var actor = ACTOR.matcher(rest);
        if (!actor.lookingAt()) {
            return false;
        }
        var after = rest.substring(actor.end());
        return longest(STARTS, after::startsWith) > 0 || after.startsWith("和");
    }

    private static boolean isSaidAgain(String title, String rest) {
        return IntStream.rangeClosed(0, title.length() - 3).anyMatch(at -> rest.contains(title.substring(at, at + 3)));
    }

    private static int firstStop(String line) {
        return IntStream.range(0, line.length())
                .filter(at -> "。;!?,:".indexOf(line.charAt(at)) >= 0)
                .findFirst()
                .orElse(line.length());
    }

    private static int longest(List<String> words, Predicate<String> holds) {
        return words.stream().filter(holds).mapToInt(String::length).max().orElse(0);
    }

    private static List<String> words(String list) {
        return List.of(list.strip().split("\\s+"));
    }
}
