/**
 * What stands before every page: response headers, request ids and the security filter
 * chains. Apart from the base package because no module has a say in it.
 */
@NullMarked
package id.tangerangkota.layanan.web.security;

import org.jspecify.annotations.NullMarked;
