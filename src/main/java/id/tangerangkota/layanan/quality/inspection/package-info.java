/**
 * The weekly light inspection: what the first pages of the city's sites show of
 * encryption, protection and what is promised. Within the rules of checks.
 */
@NullMarked
package id.tangerangkota.layanan.quality.inspection;

import org.jspecify.annotations.NullMarked;
