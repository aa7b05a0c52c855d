package id.tangerangkota.layanan.availability.probe;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.netty.buffer.ByteBuf;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.dns.DefaultDnsQuestion;
import io.netty.handler.codec.dns.DefaultDnsRecordDecoder;
import io.netty.handler.codec.dns.DnsRawRecord;
import io.netty.handler.codec.dns.DnsRecord;
import io.netty.handler.codec.dns.DnsRecordType;
import io.netty.resolver.dns.DnsNameResolver;
import io.netty.resolver.dns.DnsNameResolverBuilder;
import io.netty.resolver.dns.DnsServerAddressStreamProvider;
import io.netty.resolver.dns.DnsServerAddressStreamProviders;
import io.netty.util.NetUtil;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Asks the system's name servers, after its hosts file, without its search domains.
 * Addresses are kept as long as their TTL says, at most a minute by default; that there
 * is none, for 5 s, so that a repaired name is seen by the next try. Records are always
 * asked for.
 */
final class DnsNames implements Names {

	private static final int NEGATIVE_SECONDS = 5;

	/** Of one server, so that the next is asked well within a check's time. */
	private static final int QUERY_MILLIS = 2000;

	private final Duration longest;

	private final DnsServerAddressStreamProvider servers;

	private final MultiThreadIoEventLoopGroup thread = new MultiThreadIoEventLoopGroup(1,
			new DefaultThreadFactory("names", true), NioIoHandler.newFactory());

	private @Nullable DnsNameResolver resolver;

	DnsNames(Duration longest) {
		this(longest, DnsServerAddressStreamProviders.platformDefault());
	}

	DnsNames(Duration longest, DnsServerAddressStreamProvider servers) {
		this.longest = longest;
		this.servers = servers;
	}

	/**
	 * Made with the first question, so that a portal that checks nothing opens nothing.
	 */
	private synchronized DnsNameResolver resolver() {
		if (this.resolver == null) {
			this.resolver = new DnsNameResolverBuilder(this.thread.next()).datagramChannelType(NioDatagramChannel.class)
				.socketChannelType(NioSocketChannel.class)
				.nameServerProvider(this.servers)
				.searchDomains(List.of())
				.ndots(1)
				.ttl(0, (int) this.longest.toSeconds())
				.negativeTtl(NEGATIVE_SECONDS)
				.queryTimeoutMillis(QUERY_MILLIS)
				.build();
		}
		return this.resolver;
	}

	@Override
	public CompletableFuture<List<InetAddress>> addresses(Host name) {
		CompletableFuture<List<InetAddress>> found = new CompletableFuture<>();
		resolver().resolveAll(name.name()).addListener((Future<List<InetAddress>> answer) -> {
			if (answer.isSuccess()) {
				found.complete(answer.getNow());
			}
			else {
				found.completeExceptionally(answer.cause());
			}
		});
		return found;
	}

	@Override
	public CompletableFuture<List<String>> records(Host name, DnsTarget.Type type) {
		CompletableFuture<List<String>> found = new CompletableFuture<>();
		DefaultDnsQuestion question = new DefaultDnsQuestion(name.name() + ".", DnsRecordType.valueOf(type.name()));
		resolver().resolveAll(question).addListener((Future<List<DnsRecord>> answer) -> {
			if (!answer.isSuccess()) {
				found.completeExceptionally(answer.cause());
				return;
			}
			List<DnsRecord> records = answer.getNow();
			try {
				List<String> values = values(records, type);
				if (values.isEmpty()) {
					found.completeExceptionally(new UnknownHostException(name.name()));
				}
				else {
					found.complete(values);
				}
			}
			catch (RuntimeException ex) {
				found.completeExceptionally(ex);
			}
			finally {
				records.forEach(ReferenceCountUtil::release);
			}
		});
		return found;
	}

	private static List<String> values(List<DnsRecord> records, DnsTarget.Type type) {
		List<String> values = new ArrayList<>();
		for (DnsRecord record : records) {
			if (record instanceof DnsRawRecord raw && record.type().name().equals(type.name())) {
				values.add(value(raw.content(), type));
			}
		}
		return values;
	}

	private static String value(ByteBuf content, DnsTarget.Type type) {
		return switch (type) {
			case A, AAAA -> NetUtil.bytesToIpAddress(bytes(content));
			case CNAME -> plain(DefaultDnsRecordDecoder.decodeName(content));
			case MX -> content.readUnsignedShort() + " " + plain(DefaultDnsRecordDecoder.decodeName(content));
			case TXT -> text(content);
		};
	}

	private static byte[] bytes(ByteBuf content) {
		byte[] bytes = new byte[content.readableBytes()];
		content.readBytes(bytes);
		return bytes;
	}

	private static String plain(String name) {
		return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
	}

	/** Long texts come in pieces of up to 255 bytes. */
	private static String text(ByteBuf content) {
		StringBuilder text = new StringBuilder();
		while (content.isReadable()) {
			text.append(content.readCharSequence(content.readUnsignedByte(), StandardCharsets.UTF_8));
		}
		return text.toString();
	}

	@Override
	public synchronized void close() {
		if (this.resolver != null) {
			this.resolver.close();
		}
		this.thread.shutdownGracefully(0, 1, TimeUnit.SECONDS);
	}

}
