package lianxin.organization;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a page is for: it opens to whoever may do one of these in some unit. In which unit is asked by the page or its
 * verb, with {@code actor.must(permission, unit)}. A page of staff that names nothing opens to nobody.
 */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Needs {
    May[] value();

    /** Whether it also opens to posts that are limited to some lines of work. */
    boolean inSomeLine() default false;
}
