/**
 * Keeps the finished bytes of public pages and answers with them before anything else is
 * asked. Apart from the base package because modules use it only through
 * {@code CachedPage} and {@code PageChanges}.
 */
@NullMarked
package id.tangerangkota.layanan.web.cache;

import org.jspecify.annotations.NullMarked;
