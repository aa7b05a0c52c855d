/** The screens of the auditor. */
@NullMarked
package id.tangerangkota.layanan.audit.web;

import org.jspecify.annotations.NullMarked;
