package id.tangerangkota.layanan.web;

/**
 * A page number below 1 or beyond the end. For a reader there is no such page; a program
 * has sent a wrong parameter.
 */
public final class NoSuchPage extends NotFound {

	private static final long serialVersionUID = 1L;

}
