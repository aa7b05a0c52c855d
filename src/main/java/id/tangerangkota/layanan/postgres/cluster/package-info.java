/**
 * What nodes that share a database have in common: jobs that run once, and one time.
 * Apart from the base package because modules only contribute jobs as beans.
 */
@NullMarked
package id.tangerangkota.layanan.postgres.cluster;

import org.jspecify.annotations.NullMarked;
