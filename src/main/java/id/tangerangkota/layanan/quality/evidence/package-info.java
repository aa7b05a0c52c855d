/** Evidence for evaluators: published numbers with the counts they are made of. */
@NullMarked
package id.tangerangkota.layanan.quality.evidence;

import org.jspecify.annotations.NullMarked;
