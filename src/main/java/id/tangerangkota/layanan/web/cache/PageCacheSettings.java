package id.tangerangkota.layanan.web.cache;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much is kept.
 *
 * @param maxSize memory for all pages in all variants; what was not asked for recently
 * goes first
 */
@ConfigurationProperties("layanan.page-cache")
record PageCacheSettings(@DefaultValue("64MB") DataSize maxSize) {
}
