package id.tangerangkota.layanan.availability.probe;

import java.io.IOException;

import javax.net.ssl.SSLException;

import id.tangerangkota.layanan.availability.probe.Stopwatch.Part;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.PrematureChannelClosureException;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.DefaultHttpHeadersFactory;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import org.jspecify.annotations.Nullable;

/** One request and its answer on a connection of their own. */
final class Exchange extends SimpleChannelInboundHandler<HttpObject> {

	private static final int LONGEST_STATUS_LINE = 4096;

	private static final int CHUNK = 8192;

	/** Of answers that announce an answer, of which there need not be an end. */
	private static final int MOST_ANNOUNCEMENTS = 8;

	private static final int SWITCHING = 101;

	private static final int FINAL = 200;

	private final HttpAttempt attempt;

	private final HttpTarget target;

	private final WebAddress address;

	private final int bodyLimit;

	private @Nullable Body body;

	private int announcements;

	private int length;

	private boolean begun;

	private boolean announced;

	private boolean over;

	Exchange(HttpAttempt attempt, HttpTarget target, WebAddress address) {
		this.attempt = attempt;
		this.target = target;
		this.address = address;
		this.bodyLimit = attempt.bodyLimit();
	}

	void begin(Channel channel) {
		channel.pipeline().remove(Quiet.INSTANCE);
		channel.pipeline().addLast(new FirstByte(), new HttpClientCodec(decoding(), false, false), this);
		channel.writeAndFlush(request(), channel.voidPromise());
	}

	/** As lenient as browsers are: this is no place to teach servers. */
	private HttpDecoderConfig decoding() {
		int headerLimit = (int) this.attempt.engine().settings().headerLimit().toBytes();
		return new HttpDecoderConfig().setMaxInitialLineLength(LONGEST_STATUS_LINE)
			.setMaxHeaderSize(headerLimit)
			.setMaxChunkSize(CHUNK)
			.setStrictLineParsing(false)
			.setAllowDuplicateContentLengths(true)
			.setHeadersFactory(DefaultHttpHeadersFactory.headersFactory().withValidation(false))
			.setTrailersFactory(DefaultHttpHeadersFactory.trailersFactory().withValidation(false));
	}

	private DefaultFullHttpRequest request() {
		HttpHeaders headers = DefaultHttpHeadersFactory.headersFactory().withValidation(false).newHeaders();
		headers.set(HttpHeaderNames.HOST, this.address.authority());
		headers.set(HttpHeaderNames.USER_AGENT, this.attempt.engine().userAgent());
		headers.set(HttpHeaderNames.ACCEPT, "*/*");
		headers.set(HttpHeaderNames.ACCEPT_ENCODING, HttpHeaderValues.IDENTITY);
		headers.set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
		return new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.valueOf(this.target.method().name()),
				this.address.path(), Unpooled.EMPTY_BUFFER, headers, EmptyHttpHeaders.INSTANCE);
	}

	@Override
	protected void channelRead0(ChannelHandlerContext context, HttpObject part) {
		if (isOver()) {
			return;
		}
		if (part.decoderResult().isFailure()) {
			boolean cut = part.decoderResult().cause() instanceof PrematureChannelClosureException;
			fail(cut ? Cause.RESET : Cause.PROTOCOL);
		}
		else if (part instanceof HttpResponse answer) {
			headers(answer);
		}
		else if (part instanceof HttpContent content && !this.announced) {
			content(content);
		}
	}

	private void headers(HttpResponse answer) {
		int status = answer.status().code();
		this.announced = status < FINAL && status != SWITCHING;
		if (this.announced) {
			if (++this.announcements > MOST_ANNOUNCEMENTS) {
				fail(Cause.PROTOCOL);
			}
			return;
		}
		if (!this.attempt.answered(status, answer.headers())) {
			this.over = true;
		}
		else {
			this.body = this.attempt.body(answer.headers());
		}
	}

	private void content(HttpContent content) {
		ByteBuf bytes = content.content();
		this.length += bytes.readableBytes();
		if (this.body != null) {
			this.body.add(bytes);
		}
		if (content instanceof LastHttpContent || this.length >= this.bodyLimit) {
			this.over = true;
			this.attempt.read(this.body);
		}
	}

	@Override
	public void channelInactive(ChannelHandlerContext context) {
		fail(this.begun ? Cause.RESET : Cause.CONNECT);
	}

	@Override
	public void exceptionCaught(ChannelHandlerContext context, Throwable failure) {
		if (failure instanceof DecoderException && failure.getCause() instanceof SSLException) {
			// Such as a server that asks for a client's certificate after the handshake.
			fail(this.begun ? Cause.RESET : Cause.TLS);
		}
		else if (failure instanceof DecoderException) {
			fail(Cause.PROTOCOL);
		}
		else if (failure instanceof IOException) {
			fail(this.begun ? Cause.RESET : Cause.CONNECT);
		}
		else if (!isOver()) {
			this.over = true;
			this.attempt.broken(failure);
		}
	}

	private void fail(Cause cause) {
		if (!isOver()) {
			this.over = true;
			this.attempt.fail(cause);
		}
	}

	/** Also when the check has gone on to another address or ended. */
	private boolean isOver() {
		return this.over || this.attempt.isOver();
	}

	/** Takes the time before anything is understood. */
	private final class FirstByte extends ChannelInboundHandlerAdapter {

		@Override
		public void channelRead(ChannelHandlerContext context, Object bytes) {
			if (!isOver()) {
				Exchange.this.begun = true;
				Exchange.this.attempt.watch().next(Part.BODY);
			}
			context.pipeline().remove(this);
			context.fireChannelRead(bytes);
		}

	}

}
