package id.tangerangkota.layanan.web;

import java.util.List;

/**
 * What an administrator must look at; implemented by the modules that know of something.
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
	 */
	record Attention(String key, List<Object> arguments, String href) {

		public Attention {
			arguments = List.copyOf(arguments);
		}

	}

}
