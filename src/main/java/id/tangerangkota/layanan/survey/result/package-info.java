/**
 * What answers add up to: sums of days, and the statistics that follow from them. Apart
 * from the taking of answers, which must not wait for it.
 */
@NullMarked
package id.tangerangkota.layanan.survey.result;

import org.jspecify.annotations.NullMarked;
