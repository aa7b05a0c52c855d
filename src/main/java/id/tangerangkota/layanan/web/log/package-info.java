/**
 * Keeps numbers of identity cards out of the log, whoever writes them there. Apart from
 * the base package because only the logging system calls it.
 */
@NullMarked
package id.tangerangkota.layanan.web.log;

import org.jspecify.annotations.NullMarked;
