/** What the commands of the jar have in common. */
@NullMarked
@ApplicationModule(displayName = "Commands", allowedDependencies = {})
package id.tangerangkota.layanan.command;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
