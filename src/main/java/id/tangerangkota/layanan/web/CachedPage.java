package id.tangerangkota.layanan.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A page whose finished bytes may be kept for everybody who is not signed in. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface CachedPage {

	/** The parameters the page knows; others never reach it. */
	String[] parameters() default {};

	/** Parameters with which it is not kept, because anything can stand in them. */
	String[] uncached() default {};

	/** What the page shows: it is dropped when one of these changes. */
	String[] tags() default {};

	/** How long it is kept at most, in seconds. */
	int maxAgeSeconds() default 600;

}
