/**
 * What is checked, how often and by which node, and what came of it: definitions, shards,
 * results in daily partitions, roll-ups, canaries.
 */
@NullMarked
package id.tangerangkota.layanan.availability.check;

import org.jspecify.annotations.NullMarked;
