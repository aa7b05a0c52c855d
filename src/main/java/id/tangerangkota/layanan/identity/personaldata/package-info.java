/**
 * What every module that holds data about people does for them: show, restrict, erase.
 */
@NullMarked
@NamedInterface("personaldata")
package id.tangerangkota.layanan.identity.personaldata;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
