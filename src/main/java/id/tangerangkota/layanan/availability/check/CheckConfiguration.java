package id.tangerangkota.layanan.availability.check;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ CheckSettings.class, DefaultCheckSettings.class })
class CheckConfiguration {

}
