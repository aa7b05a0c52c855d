/**
 * The portal as people meet it: a real browser reads the running application. Apart from
 * the modules, because a page is the work of several of them.
 */
@NullMarked
package id.tangerangkota.layanan.browser;

import org.jspecify.annotations.NullMarked;
