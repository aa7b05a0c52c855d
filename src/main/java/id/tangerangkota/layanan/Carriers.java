package id.tangerangkota.layanan;

/**
 * What carries virtual threads. Where classes lie in jars within a jar, all of them can
 * stop for good: whoever loads a class keeps its carrier while it waits for the lock of a
 * jar, and whoever has that lock may wait for a carrier (Spring Boot's issue 51463). The
 * image has the jar taken apart, where this cannot happen. Whoever starts the jar as it
 * is gets so many carriers that as many threads would have to load classes at one time.
 */
final class Carriers {

	/** Of the JDK; read when the first virtual thread starts. */
	static final String NUMBER = "jdk.virtualThreadScheduler.parallelism";

	private static final int ENOUGH = 16;

	private static final String WITHIN_A_JAR = "jar:nested:";

	private Carriers() {
	}

	/**
	 * Sets their number, unless somebody has.
	 * @param address of a class of the portal
	 */
	static void provide(String address) {
		if (address.startsWith(WITHIN_A_JAR) && System.getProperty(NUMBER) == null) {
			System.setProperty(NUMBER, String.valueOf(Math.max(ENOUGH, Runtime.getRuntime().availableProcessors())));
		}
	}

}
