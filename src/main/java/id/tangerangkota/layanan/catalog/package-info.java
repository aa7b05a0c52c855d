/** The services of the city, the agencies behind them, and the search that finds them. */
@NullMarked
@ApplicationModule(displayName = "Catalogue", allowedDependencies = { "command", "postgres", "web", "audit", "region" })
package id.tangerangkota.layanan.catalog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
