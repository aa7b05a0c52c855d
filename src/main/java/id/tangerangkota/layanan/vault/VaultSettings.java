package id.tangerangkota.layanan.vault;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the keys are. Their values come from files only: the environment of a process is
 * read by too many.
 *
 * @param directory of the key files, {@code keys} in {@code layanan.data-dir} when not
 * set. A string, because Spring would look for a path in the class path first.
 * @param generate whether a start makes the keys that are missing; when not set, only on
 * the embedded database
 */
@ConfigurationProperties("layanan.vault")
record VaultSettings(@Nullable String directory, @Nullable Boolean generate) {
}
