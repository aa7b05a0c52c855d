/**
 * Which connections a thread gets: pages and everything else have a pool each. Apart from
 * the base package because nobody asks for it; it stands behind the one
 * {@code DataSource}.
 */
@NullMarked
package id.tangerangkota.layanan.postgres.pool;

import org.jspecify.annotations.NullMarked;
