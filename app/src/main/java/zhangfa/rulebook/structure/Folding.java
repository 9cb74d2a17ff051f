package zhangfa.rulebook.structure;

import java.util.HashMap;
import java.util.Map;

/** Makes different ways to write the same character one, character by character, so that places stay what they are. */
public final class Folding {

    /** Traditional and simplified, in pairs: the characters that our word lists use, no dictionary. */
    private static final String PAIRS =
            "總总則则範范圍围織织構构職职責责業业務务規规標标準准條条節节編编項项為为對对應应將将據据員员負负設设計计劃划製制訂订議议記记錄录審审覆复復复檢检評评價价績绩獎奖懲惩罰罚勵励機机會会費费報报銷销財财產产"
                    + "購购賬账帳帐戶户場场廣广營营運运動动調调類类組组數数額额資资訊讯訓训練练發发勞劳關关係系崗岗級级養养體体險险離离辭辞請请許许環环衛卫車车輛辆檔档圖图書书館馆網网絡络連连線线電电腦脑軟软備备維维護护儲储"
                    + "單单證证號号碼码時时間间週周結结終终開开執执實实現现達达進进續续繼继過过還还遠远適适選选擇择遞递邊边歸归歷历屬属層层從从當当與与於于無无專专並并個个優优傳传儀仪來来側侧倉仓內内兩两別别剛刚創创劑剂勝胜"
                    + "區区協协參参問问啟启嚴严團团國国壓压奪夺學学寫写寧宁寶宝導导岡冈師师帶带幫帮幹干幾几庫库彙汇後后徑径態态戰战擔担擬拟攜携攝摄敗败敵敌斷断晉晋曠旷極极樓楼樣样權权歡欢殘残決决測测減减溝沟滿满潔洁濟济獲获"
                    + "獻献異异療疗盡尽監监盤盘確确禮礼禦御稅税穩稳競竞簡简簽签糾纠紀纪約约納纳純纯細细統统經经緊紧繳缴罷罢習习聯联聲声聽听脫脱臨临舉举處处術术衝冲補补裝装見见視视親亲覺觉觀观討讨託托訪访訴诉診诊詞词詢询試试"
                    + "該该詳详認认語语誤误誠诚說说課课談谈諒谅論论諮咨識识讀读變变讓让貢贡貨货質质賞赏賠赔賣卖賦赋贈赠趨趋踐践較较載载輪轮輸输轉转辦办農农遲迟違违邏逻鄰邻醫医釋释針针錢钱錯错鍵键鎖锁鐘钟閉闭閱阅隊队階阶隨随"
                    + "隱隐雙双雜杂難难靈灵響响頁页順顺預预頒颁領领頻频題题願愿顧顾風风飛飞餘余駐驻驗验驟骤鬥斗點点齊齐齡龄龍龙溫温繪绘紙纸僅仅陽阳給给種种義义贊赞徵征裡里裏里歲岁舊旧爲为強强彈弹畫画筆笔籌筹尋寻綜综眾众冊册擊击臺台掃扫縮缩薦荐須须饋馈著着憑凭輯辑採采門门";

    private static final Map<Character, Character> SIMPLIFIED = new HashMap<>();

    static {
        for (var at = 0; at + 1 < PAIRS.length(); at += 2) {
            SIMPLIFIED.put(PAIRS.charAt(at), PAIRS.charAt(at + 1));
        }
    }

    private Folding() {}

    /** As long as what was given: full width becomes half width, Traditional becomes Simplified. */
    public static String folded(String text) {
        var folded = new StringBuilder(text.length());
        for (var at = 0; at < text.length(); at++) {
            folded.append(folded(text.charAt(at)));
        }
        return folded.toString();
    }

    private static char folded(char written) {
        if (written >= '\uFF01' && written <= '\uFF5E') {
            return (char) (written - 0xFEE0);
        }
        return switch (written) {
            case '\u3000', '\u00A0', '\u2002', '\u2003', '\u2009', '\t' -> ' ';
            case '﹒', '．', '·' -> '.';
            case '〔', '﹙' -> '(';
            case '〕', '﹚' -> ')';
            default -> SIMPLIFIED.getOrDefault(written, written);
        };
    }
}
