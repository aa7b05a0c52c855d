/**
 * The adapter to the population registry; apart, because it is off in most installations.
 */
@NullMarked
package id.tangerangkota.layanan.identity.registry;

import org.jspecify.annotations.NullMarked;
