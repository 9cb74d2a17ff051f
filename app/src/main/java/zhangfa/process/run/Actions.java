package zhangfa.process.run;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.util.ReflectionUtils;
import zhangfa.process.FlowAction;
import zhangfa.process.Moment;
import zhangfa.process.definition.KnownActions;

/** The actions that modules offer to processes, by name. */
@Component
class Actions implements BeanPostProcessor, KnownActions {

    private record Action(Object bean, Method method, boolean after) {

        @SuppressWarnings("unchecked")
        Map<String, Object> call(Moment moment) {
            try {
                var facts = method.invoke(bean, moment);
                return facts == null ? Map.of() : (Map<String, Object>) facts;
            } catch (InvocationTargetException e) {
                if (e.getCause() instanceof RuntimeException cause) {
                    throw cause;
                }
                throw new IllegalStateException(e);
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private final Map<String, Action> known = new HashMap<>();

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        ReflectionUtils.MethodFilter offers = method -> AnnotatedElementUtils.hasAnnotation(method, FlowAction.class);
        for (var method : MethodIntrospector.selectMethods(AopUtils.getTargetClass(bean), offers)) {
            var action = AnnotatedElementUtils.findMergedAnnotation(method, FlowAction.class);
            if (action != null) {
                offer(action, bean, AopUtils.selectInvocableMethod(method, bean.getClass()));
            }
        }
        return bean;
    }

    @Override
    public boolean isKnown(String name) {
        return known.containsKey(name);
    }

    @Override
    public boolean isAfter(String name) {
        var action = known.get(name);
        return action != null && action.after();
    }

    /** Calls an action. @return what it says about the case */
    Map<String, Object> call(String name, Moment moment) {
        var action = known.get(name);
        if (action == null) {
            throw new IllegalStateException("No module offers the action " + name);
        }
        return action.call(moment);
    }

    private void offer(FlowAction action, Object bean, Method method) {
        ReflectionUtils.makeAccessible(method);
        if (known.put(action.value(), new Action(bean, method, action.after())) != null) {
            throw new IllegalStateException("Two modules offer the action " + action.value());
        }
    }
}
