/** How much people use the portal, by place, so that nobody can be told apart. */
@NullMarked
package id.tangerangkota.layanan.quality.adoption;

import org.jspecify.annotations.NullMarked;
