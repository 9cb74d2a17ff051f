package zhangfa.notification;

import java.util.List;

/** The kinds of messages that one module sends; a bean of that module. */
public record MessageKinds(List<MessageKind> kinds) {

    public static MessageKinds of(MessageKind... kinds) {
        return new MessageKinds(List.of(kinds));
    }
}
