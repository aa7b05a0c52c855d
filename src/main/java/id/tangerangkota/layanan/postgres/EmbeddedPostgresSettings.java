package id.tangerangkota.layanan.postgres;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the embedded server lives.
 *
 * @param dataDir directory of everything the portal keeps on disk, relative to the
 * working directory. A string, because Spring would look for a path in the class path
 * first.
 */
@ConfigurationProperties("layanan")
record EmbeddedPostgresSettings(@DefaultValue("data") String dataDir) {
}
