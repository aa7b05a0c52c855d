/** The pages of the evidence for evaluators. */
@NullMarked
package id.tangerangkota.layanan.quality.web.evidence;

import org.jspecify.annotations.NullMarked;
