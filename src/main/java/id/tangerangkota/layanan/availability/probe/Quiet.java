package id.tangerangkota.layanan.availability.probe;

import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/** Stands last where nobody listens, so that failures seen elsewhere are not logged. */
@Sharable
final class Quiet extends ChannelInboundHandlerAdapter {

	static final Quiet INSTANCE = new Quiet();

	private Quiet() {
	}

	@Override
	public void exceptionCaught(ChannelHandlerContext context, Throwable failure) {
		context.close();
	}

}
