package id.tangerangkota.layanan.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A page whose finished bytes are kept for everybody who is not signed in. It must follow
 * from its address, its parameters and the data behind its tags alone: while it is made,
 * the request shows neither cookies nor other headers.
 */
@Documented
@Target({ ElementType.METHOD, ElementType.TYPE })
@Retention(RetentionPolicy.RUNTIME)
public @interface CachedPage {

	/**
	 * The parameters that change the page; empty ones count as absent and others never
	 * reach it, unless it takes all there are as a map to refuse what it does not know.
	 * The language needs no mention.
	 */
	String[] parameters() default {};

	/**
	 * Parameters the page knows too, but with which it is not kept, because anything can
	 * stand in them.
	 */
	String[] uncached() default {};

	/** The kinds of data it shows: a change of any of them drops it. */
	String[] tags() default {};

	/**
	 * How long it may be shown without being made anew, as a duration such as
	 * {@code 60s}.
	 */
	String maxAge() default "10m";

}
