/** What an agency's services were like in a month, as a page, a table and a document. */
@NullMarked
package id.tangerangkota.layanan.availability.report;

import org.jspecify.annotations.NullMarked;
