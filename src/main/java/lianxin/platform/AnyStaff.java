package lianxin.platform;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A page for everybody who is signed in, whatever the post: it shows nothing but the reader's own, or leads elsewhere. */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface AnyStaff {
    /** Stays open even while the reader still owes the town a new password or a second factor. */
    boolean always() default false;
}
