/**
 * The passport of a service: everything the modules know of its quality, on one page.
 * Apart from the other pages of the portal because several of them show the same facts.
 */
@NullMarked
package id.tangerangkota.layanan.portal.web.passport;

import org.jspecify.annotations.NullMarked;
