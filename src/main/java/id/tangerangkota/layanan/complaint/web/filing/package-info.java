/**
 * The form: one question per page, photos, what happens next. Apart from the other pages
 * of the module because it is a walk of its own, with a draft it carries along.
 */
@NullMarked
package id.tangerangkota.layanan.complaint.web.filing;

import org.jspecify.annotations.NullMarked;
