package zhangfa.finance.check;

import java.util.Arrays;
import java.util.stream.Collectors;
import zhangfa.money.Money;

/** Puts a message key and its arguments together, with nothing in the arguments that would end them early. */
final class Said {

    private Said() {}

    static String of(String key, Object... arguments) {
        var text = Arrays.stream(arguments)
                .map(argument ->
                        argument instanceof Money money ? "¥%,.2f".formatted(money.amount()) : argument.toString())
                .map(argument -> "|" + argument.replaceAll("[|{}]", " "))
                .collect(Collectors.joining());
        return "{finance.check." + key + text + "}";
    }
}
