/**
 * What stands before every page: response headers, request ids, tokens of forms and the
 * security filter chains. Apart from the base package, as a named interface, because only
 * modules with pages for certain people have a say in it.
 */
@NullMarked
@NamedInterface("security")
package id.tangerangkota.layanan.web.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
