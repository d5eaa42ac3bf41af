package io.automl4j.cli;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/**
 * Signals of the operating system, through {@code sun.misc.Signal} by reflection: there is nothing else for them, and
 * javac warns about the class in a way that cannot be silenced.
 */
final class Signals {
    private Signals() {}

    /**
     * Handles a signal until the returned action is run.
     *
     * @param name such as {@code INT}
     * @param action what to do, in a thread of its own
     * @return brings back what was there before; does nothing where the JVM does not hand out the signal
     */
    static Runnable handle(String name, Runnable action) {
        try {
            Class<?> type = Class.forName("sun.misc.Signal");
            Class<?> handlerType = Class.forName("sun.misc.SignalHandler");
            Method handle = type.getMethod("handle", type, handlerType);
            Object signal = type.getConstructor(String.class).newInstance(name);
            Object handler = Proxy.newProxyInstance(
                    Signals.class.getClassLoader(), new Class<?>[] {handlerType}, answering(action));
            Object before = handle.invoke(null, signal, handler);
            return () -> restore(handle, signal, before);
        } catch (ReflectiveOperationException e) {
            // -Xrs, or a runtime image without jdk.unsupported: the signal then simply ends the JVM
            return () -> {};
        }
    }

    private static InvocationHandler answering(Runnable action) {
        return (proxy, method, arguments) -> switch (method.getName()) {
            case "handle" -> {
                action.run();
                yield proxy; // ignored: the method is void
            }
            case "equals" -> proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> method.getName();
        };
    }

    private static void restore(Method handle, Object signal, Object before) {
        try {
            handle.invoke(null, signal, before);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The handler of a signal could not be brought back.", e);
        }
    }
}
