package id.tangerangkota.layanan.availability.probe;

import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Networks checks may enter beside the public ones. Whoever opens one lets every address
 * in the catalogue reach it.
 *
 * @param allowedNetworks such as {@code 10.20.0.0/16}; empty unless set
 */
@ConfigurationProperties("layanan.availability")
public record AllowedNetworks(@DefaultValue List<String> allowedNetworks) {
}
