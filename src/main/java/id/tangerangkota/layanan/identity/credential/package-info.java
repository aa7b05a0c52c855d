/**
 * What somebody shows to be the owner of an account: passwords, codes, links, devices.
 */
@NullMarked
package id.tangerangkota.layanan.identity.credential;

import org.jspecify.annotations.NullMarked;
