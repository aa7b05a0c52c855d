/** The pages that belong to no single module. */
@NullMarked
package id.tangerangkota.layanan.portal.web;

import org.jspecify.annotations.NullMarked;
