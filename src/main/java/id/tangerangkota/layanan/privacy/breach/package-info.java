/**
 * The register of breaches: failures to protect personal data, and the notices about
 * them. Apart from the requests of people, because it shares nothing with them but the
 * clock.
 */
@NullMarked
package id.tangerangkota.layanan.privacy.breach;

import org.jspecify.annotations.NullMarked;
