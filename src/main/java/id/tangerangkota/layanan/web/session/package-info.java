/**
 * Sessions in PostgreSQL, with text as their only content. Apart from the base package,
 * as a named interface, because only modules where somebody signs in need it.
 */
@NullMarked
@NamedInterface("session")
package id.tangerangkota.layanan.web.session;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
