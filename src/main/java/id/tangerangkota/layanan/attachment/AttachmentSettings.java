package id.tangerangkota.layanan.attachment;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;
import org.springframework.util.unit.DataSize;

/**
 * What is taken.
 *
 * @param maxSize of a file as it is sent
 * @param maxPixels of a photo as it is sent; decides how much memory one decoding may
 * take, which is about six bytes for each pixel of a progressive JPEG
 * @param maxWebpPixels of a photo in WebP, whose decoder reads all of it at once
 */
@ConfigurationProperties("layanan.attachment")
record AttachmentSettings(@DefaultValue("10MB") DataSize maxSize, @DefaultValue("40000000") int maxPixels,
		@DefaultValue("12500000") int maxWebpPixels) {

	AttachmentSettings {
		Assert.isTrue(maxSize.toBytes() > 0 && maxSize.toMegabytes() <= 100, "layanan.attachment.max-size");
		Assert.isTrue(maxPixels > 0 && maxWebpPixels > 0 && maxWebpPixels <= maxPixels,
				"layanan.attachment.max-pixels");
	}

}
