/** The population registry and the way to ask it; off in most installations. */
@NullMarked
package id.tangerangkota.layanan.identity.registry;

import org.jspecify.annotations.NullMarked;
