package id.tangerangkota.layanan.complaint.web.filing;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TileMap.class)
class FilingConfiguration {

}
