package id.tangerangkota.layanan.quality.inspection;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What is looked at on each site, whatever it offers. */
public enum InspectionItem {

	/** TLS 1.2 or newer is spoken. */
	TLS_PROTOCOL(Group.ENCRYPTION),

	/** Somebody trusted vouches for the certificate. */
	CERTIFICATE(Group.ENCRYPTION),

	/** Who comes by http is sent to https. */
	HTTPS_REDIRECT(Group.ENCRYPTION),

	/** Browsers are told to come by https only, for half a year at least. */
	HSTS(Group.ENCRYPTION),

	/** That holds for the names below, too. */
	HSTS_SUBDOMAINS(Group.ENCRYPTION),

	/** Cookies travel encrypted only. */
	COOKIE_SECURE(Group.COOKIES),

	/** Scripts cannot read cookies. */
	COOKIE_HTTP_ONLY(Group.COOKIES),

	/** Cookies say whether they go along with what other sites send. */
	COOKIE_SAME_SITE(Group.COOKIES),

	/** A content security policy says what may be loaded. */
	CONTENT_SECURITY_POLICY(Group.HEADERS),

	/** Browsers must not guess what a file is. */
	CONTENT_TYPE_OPTIONS(Group.HEADERS),

	/** Others cannot frame the page. */
	FRAME_PROTECTION(Group.HEADERS),

	/** Other sites do not hear where somebody came from. */
	REFERRER_POLICY(Group.HEADERS),

	/** Nothing is loaded unencrypted into an encrypted page. */
	MIXED_CONTENT(Group.CONTENT),

	/** A privacy notice is linked. */
	PRIVACY_NOTICE(Group.NOTICE);

	/** What belongs together. */
	public enum Group {

		ENCRYPTION, COOKIES, HEADERS, CONTENT, NOTICE

	}

	private final Group group;

	InspectionItem(Group group) {
		this.group = group;
	}

	public Group group() {
		return this.group;
	}

	/** As tables, addresses and keys of texts write it. */
	public String code() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/** The codes of a group. */
	static List<String> codes(Group group) {
		return Arrays.stream(values()).filter((item) -> item.group == group).map(InspectionItem::code).toList();
	}

}
