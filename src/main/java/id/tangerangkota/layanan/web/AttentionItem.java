package id.tangerangkota.layanan.web;

import java.util.List;

/**
 * What the staff must look at, of whom those are told who can mend it; implemented by the
 * modules that know of something.
 */
@FunctionalInterface
public interface AttentionItem {

	/** What there is now, nothing when all is well. */
	List<Attention> attention();

	/**
	 * One thing to look at.
	 *
	 * @param key of its text
	 * @param arguments of its text
	 * @param href where it is mended, without the language
	 * @param coordinators whether coordinators can mend it, too; administrators always
	 * can
	 */
	record Attention(String key, List<Object> arguments, String href, boolean coordinators) {

		public Attention {
			arguments = List.copyOf(arguments);
		}

		/** For administrators alone. */
		public Attention(String key, List<Object> arguments, String href) {
			this(key, arguments, href, false);
		}

	}

}
