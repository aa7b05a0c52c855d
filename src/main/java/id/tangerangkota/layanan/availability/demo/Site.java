package id.tangerangkota.layanan.availability.demo;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;

/** Answers for whichever site is asked, once, as well as it can at that moment. */
final class Site extends SimpleChannelInboundHandler<FullHttpRequest> {

	/** More than any check calls fast, less than its time limit. */
	private static final int SLOW_MILLIS = 3400;

	private static final int PROMISED = 20_000;

	private final CityServer city;

	Site(CityServer city) {
		this.city = city;
	}

	@Override
	protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
		String host = host(request);
		Fault fault = this.city.fault(host);
		int thinking = this.city.thinking(host);
		switch (fault) {
			case HANG -> {
				// Until whoever asked gives up.
			}
			case RESET -> breakOff(context);
			case SLOW -> answer(context, SLOW_MILLIS + thinking, page(HttpResponseStatus.OK, host));
			case ERROR -> answer(context, thinking, page(HttpResponseStatus.INTERNAL_SERVER_ERROR, host));
			case TURNED_AWAY -> answer(context, thinking, page(HttpResponseStatus.FORBIDDEN, host));
			case WRONG_CONTENT -> answer(context, thinking, html(HttpResponseStatus.OK, "Apache2 Default Page"));
			default -> answer(context, thinking, page(HttpResponseStatus.OK, host));
		}
	}

	private static String host(FullHttpRequest request) {
		String host = request.headers().get(HttpHeaderNames.HOST, "");
		int colon = host.indexOf(':');
		return ((colon < 0) ? host : host.substring(0, colon)).toLowerCase(Locale.ROOT);
	}

	private static FullHttpResponse page(HttpResponseStatus status, String host) {
		String site = host.matches("[a-z0-9.-]+") ? host : "?";
		return html(status, (status.code() < 400) ? site + " | " + Timetable.MARK : status.reasonPhrase());
	}

	/** No text that a visitor sent gets here. */
	private static FullHttpResponse html(HttpResponseStatus status, String title) {
		String page = "<!DOCTYPE html><html lang=\"id\"><title>%s</title><p>Simulasi: %s</p></html>".formatted(title,
				title);
		ByteBuf bytes = Unpooled.copiedBuffer(page, StandardCharsets.UTF_8);
		FullHttpResponse response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, bytes);
		response.headers()
			.set(HttpHeaderNames.CONTENT_TYPE, "text/html; charset=utf-8")
			.set(HttpHeaderNames.CONTENT_LENGTH, bytes.readableBytes())
			.set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
		return response;
	}

	private static void answer(ChannelHandlerContext context, int millis, FullHttpResponse response) {
		context.executor()
			.schedule(() -> context.writeAndFlush(response).addListener(ChannelFutureListener.CLOSE), millis,
					TimeUnit.MILLISECONDS);
	}

	/** Promises more than comes. */
	private static void breakOff(ChannelHandlerContext context) {
		HttpResponse begun = new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK);
		begun.headers().set(HttpHeaderNames.CONTENT_LENGTH, PROMISED);
		context.write(begun);
		context.writeAndFlush(new DefaultHttpContent(Unpooled.copiedBuffer("<!DOCTYPE", StandardCharsets.US_ASCII)))
			.addListener(ChannelFutureListener.CLOSE);
	}

	@Override
	public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
		context.close();
	}

}
