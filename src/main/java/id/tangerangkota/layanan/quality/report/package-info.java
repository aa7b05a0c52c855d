/** What the dashboard shows, as files to take along. */
@NullMarked
package id.tangerangkota.layanan.quality.report;

import org.jspecify.annotations.NullMarked;
