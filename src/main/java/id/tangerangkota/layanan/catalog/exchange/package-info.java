/**
 * The catalogue in and out of files: reference data, CSV import and export. A package of
 * its own because it knows files and bulk statements, and nothing of pages.
 */
@NullMarked
package id.tangerangkota.layanan.catalog.exchange;

import org.jspecify.annotations.NullMarked;
