package id.tangerangkota.layanan.availability.demo;

import java.util.List;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.ssl.SniHandler;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import org.jspecify.annotations.Nullable;

/** Looks at the first bytes of a connection: TLS or not, and for which site. */
final class SiteDoor extends ByteToMessageDecoder {

	/** Of a TLS record's header. */
	private static final int ENOUGH = 5;

	private static final int LONGEST_QUESTION = 64 * 1024;

	private static final String NAMELESS = "localhost";

	private final CityServer city;

	SiteDoor(CityServer city) {
		this.city = city;
	}

	@Override
	protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
		if (in.readableBytes() < ENOUGH) {
			return;
		}
		ChannelPipeline pipeline = context.pipeline();
		if (SslHandler.isEncrypted(in, false)) {
			pipeline.addLast(new SniHandler(this::certificate));
		}
		pipeline.addLast(new HttpServerCodec(), new HttpObjectAggregator(LONGEST_QUESTION), new Site(this.city));
		pipeline.remove(this);
	}

	private SslContext certificate(@Nullable String asked) {
		String host = (asked != null) ? asked : NAMELESS;
		return this.city.certificates().of(host, this.city.fault(host));
	}

	@Override
	public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
		context.close();
	}

}
