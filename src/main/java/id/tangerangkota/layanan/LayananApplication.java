package id.tangerangkota.layanan;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The portal, or one of its commands when the first argument names one. */
@SpringBootApplication
public class LayananApplication {

	public static void main(String[] args) {
		if (Commands.areAsked(args)) {
			System.exit(Commands.run(args));
		}
		Carriers.provide(String.valueOf(LayananApplication.class.getResource("LayananApplication.class")));
		SpringApplication.run(LayananApplication.class, args);
	}

}
