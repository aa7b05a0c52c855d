package id.tangerangkota.layanan;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The portal. */
@SpringBootApplication
public class LayananApplication {

	public static void main(String[] args) {
		SpringApplication.run(LayananApplication.class, args);
	}

}
