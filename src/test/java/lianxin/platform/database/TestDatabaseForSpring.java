package lianxin.platform.database;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.test.context.TestContextAnnotationUtils;

/** Gives every test class that starts Spring a database of its own, or {@link OneTown}; registered in {@code spring.factories}. */
class TestDatabaseForSpring implements ContextCustomizerFactory {

    @Override
    public @Nullable ContextCustomizer createContextCustomizer(
            Class<?> testClass, List<ContextConfigurationAttributes> attributes) {
        return new Fresh(townOf(testClass));
    }

    private static Class<?> townOf(Class<?> testClass) {
        var shared = TestContextAnnotationUtils.findAnnotationDescriptor(testClass, OneTown.class);
        return shared == null ? outermost(testClass) : shared.getRootDeclaringClass();
    }

    private static Class<?> outermost(Class<?> testClass) {
        return testClass.getEnclosingClass() == null ? testClass : outermost(testClass.getEnclosingClass());
    }

    /** Equal for one test class only, so that no two share a town, unless they extend a class with {@link OneTown}. */
    record Fresh(Class<?> town) implements ContextCustomizer {

        @Override
        public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration merged) {
            TestPropertyValues.of(TestDatabase.fresh().settings())
                    .and("spring.datasource.hikari.minimum-idle=0", "spring.datasource.hikari.maximum-pool-size=8")
                    .and("server.port=0", "lianxin.data=target/test-var")
                    .applyTo(context);
        }
    }
}
