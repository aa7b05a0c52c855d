/**
 * Asks one address once and tells what happened. Knows no database and no service; a
 * package of its own so that the engine can be measured and replaced by itself.
 */
@NullMarked
package id.tangerangkota.layanan.availability.probe;

import org.jspecify.annotations.NullMarked;
