package id.tangerangkota.layanan.availability.probe;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.netty.buffer.ByteBuf;
import io.netty.channel.AddressedEnvelope;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.dns.DefaultDnsQuestion;
import io.netty.handler.codec.dns.DefaultDnsRecordDecoder;
import io.netty.handler.codec.dns.DnsRawRecord;
import io.netty.handler.codec.dns.DnsRecord;
import io.netty.handler.codec.dns.DnsRecordType;
import io.netty.handler.codec.dns.DnsResponse;
import io.netty.handler.codec.dns.DnsResponseCode;
import io.netty.handler.codec.dns.DnsSection;
import io.netty.resolver.dns.DnsNameResolver;
import io.netty.resolver.dns.DnsNameResolverBuilder;
import io.netty.resolver.dns.DnsServerAddressStream;
import io.netty.resolver.dns.DnsServerAddressStreamProvider;
import io.netty.resolver.dns.DnsServerAddressStreamProviders;
import io.netty.resolver.dns.NoopAuthoritativeDnsServerCache;
import io.netty.resolver.dns.NoopDnsCache;
import io.netty.resolver.dns.NoopDnsCnameCache;
import io.netty.util.NetUtil;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Asks the system's name servers, after its hosts file, without its search domains.
 * Addresses are kept as long as their TTL says, at most a minute by default; that there
 * is none, for 5 s, so that a repaired name is seen by the next try. Records are always
 * asked for, and addresses where they are wanted afresh.
 */
final class DnsNames implements Names {

	private static final int NEGATIVE_SECONDS = 5;

	/** Of one server, so that the next is asked well within a check's time. */
	private static final int QUERY_MILLIS = 2000;

	/** All else is the server's own trouble. */
	private static final Set<DnsResponseCode> KNOWING = Set.of(DnsResponseCode.NOERROR, DnsResponseCode.NXDOMAIN);

	private final Duration longest;

	private final DnsServerAddressStreamProvider servers;

	private final MultiThreadIoEventLoopGroup thread = new MultiThreadIoEventLoopGroup(1,
			new DefaultThreadFactory("names", true), NioIoHandler.newFactory());

	private @Nullable DnsNameResolver resolver;

	private @Nullable DnsNameResolver forgetful;

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
			this.resolver = asking().ttl(0, (int) this.longest.toSeconds()).negativeTtl(NEGATIVE_SECONDS).build();
		}
		return this.resolver;
	}

	private synchronized DnsNameResolver forgetful() {
		if (this.forgetful == null) {
			this.forgetful = asking().resolveCache(NoopDnsCache.INSTANCE)
				.cnameCache(NoopDnsCnameCache.INSTANCE)
				.authoritativeDnsServerCache(NoopAuthoritativeDnsServerCache.INSTANCE)
				.build();
		}
		return this.forgetful;
	}

	private DnsNameResolverBuilder asking() {
		return new DnsNameResolverBuilder(this.thread.next()).datagramChannelType(NioDatagramChannel.class)
			.socketChannelType(NioSocketChannel.class)
			.nameServerProvider(this.servers)
			.searchDomains(List.of())
			.ndots(1)
			.queryTimeoutMillis(QUERY_MILLIS);
	}

	@Override
	public CompletableFuture<List<InetAddress>> addresses(Host name) {
		return addresses(name, resolver());
	}

	@Override
	public CompletableFuture<List<InetAddress>> addressesAfresh(Host name) {
		return addresses(name, forgetful());
	}

	private static CompletableFuture<List<InetAddress>> addresses(Host name, DnsNameResolver resolver) {
		CompletableFuture<List<InetAddress>> found = new CompletableFuture<>();
		resolver.resolveAll(name.name()).addListener((Future<List<InetAddress>> answer) -> {
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
		DefaultDnsQuestion question = new DefaultDnsQuestion(name.name() + ".", DnsRecordType.valueOf(type.name()));
		CompletableFuture<List<String>> found = new CompletableFuture<>();
		if (type == DnsTarget.Type.CNAME) {
			// Else the resolver follows it and tells where it leads in the end.
			DnsServerAddressStream servers = this.servers.nameServerAddressStream(question.name());
			askInTurn(question, servers, servers.size(), found);
			return found;
		}
		resolver().resolveAll(question).addListener((Future<List<DnsRecord>> answer) -> {
			if (answer.isSuccess()) {
				List<DnsRecord> records = answer.getNow();
				complete(found, records, type);
				records.forEach(ReferenceCountUtil::release);
			}
			else {
				found.completeExceptionally(answer.cause());
			}
		});
		return found;
	}

	private void askInTurn(DefaultDnsQuestion question, DnsServerAddressStream servers, int left,
			CompletableFuture<List<String>> found) {
		resolver().query(servers.next(), question)
			.addListener((Future<AddressedEnvelope<DnsResponse, InetSocketAddress>> answer) -> {
				DnsResponse response = answer.isSuccess() ? answer.getNow().content() : null;
				try {
					if (response != null && KNOWING.contains(response.code())) {
						complete(found, answers(response), DnsTarget.Type.CNAME);
					}
					else if (left > 1) {
						askInTurn(question, servers, left - 1, found);
					}
					else {
						found.completeExceptionally((response != null)
								? new UnknownHostException("No name server knows: " + response.code())
								: answer.cause());
					}
				}
				finally {
					if (response != null) {
						answer.getNow().release();
					}
				}
			});
	}

	private static List<DnsRecord> answers(DnsResponse response) {
		List<DnsRecord> records = new ArrayList<>();
		for (int i = 0; i < response.count(DnsSection.ANSWER); i++) {
			records.add(response.recordAt(DnsSection.ANSWER, i));
		}
		return records;
	}

	private static void complete(CompletableFuture<List<String>> found, List<DnsRecord> records, DnsTarget.Type type) {
		try {
			List<String> values = values(records, type);
			if (values.isEmpty()) {
				found.completeExceptionally(new UnknownHostException("No " + type));
			}
			else {
				found.complete(values);
			}
		}
		catch (RuntimeException ex) {
			// A record that is none.
			found.completeExceptionally(ex);
		}
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
		if (this.forgetful != null) {
			this.forgetful.close();
		}
		this.thread.shutdownGracefully(0, 1, TimeUnit.SECONDS);
	}

}
