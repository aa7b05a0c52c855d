package id.tangerangkota.layanan.catalog;

/** Where a listing runs. */
public enum Platform {

	WEB, ANDROID, IOS

}
