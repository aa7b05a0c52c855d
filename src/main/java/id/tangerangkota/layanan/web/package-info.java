/**
 * Page technique shared by every screen: language, links, page cache, headers, errors,
 * paging.
 */
@NullMarked
@ApplicationModule(displayName = "Web", allowedDependencies = {})
package id.tangerangkota.layanan.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
