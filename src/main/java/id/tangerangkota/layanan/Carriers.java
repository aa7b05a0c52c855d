package id.tangerangkota.layanan;

/**
 * What carries virtual threads. Where classes lie in jars within a jar, all of them can
 * stop for good: whoever waits for a class that is being loaded keeps its carrier, and
 * whoever loads it may wait for one (Spring Boot's issue 51463). The image has the jar
 * taken apart, where this cannot happen. Where somebody starts the jar as it is, requests
 * have threads of their own, and what else runs has more carriers than things to do at
 * once: as many for requests, too, would take ten times the processor.
 */
final class Carriers {

	/** Of the JDK; read when the first virtual thread starts. */
	static final String NUMBER = "jdk.virtualThreadScheduler.parallelism";

	/** Of Spring Boot: whether requests are virtual threads. */
	static final String REQUESTS = "spring.threads.virtual.enabled";

	private static final int ENOUGH = 256;

	private static final String WITHIN_A_JAR = "jar:nested:";

	private Carriers() {
	}

	/**
	 * Decides on both, unless somebody has.
	 * @param address of a class of the portal
	 */
	static void provide(String address) {
		if (address.startsWith(WITHIN_A_JAR)) {
			provide(NUMBER, String.valueOf(Math.max(ENOUGH, Runtime.getRuntime().availableProcessors())));
			provide(REQUESTS, "false");
		}
	}

	private static void provide(String property, String value) {
		if (System.getProperty(property) == null) {
			System.setProperty(property, value);
		}
	}

}
