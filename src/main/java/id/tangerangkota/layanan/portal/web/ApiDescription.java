package id.tangerangkota.layanan.portal.web;

import java.util.List;
import java.util.Optional;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.servers.Server;
import org.springdoc.core.customizers.OpenApiBuilderCustomizer;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.ServerBaseUrlCustomizer;
import org.springdoc.core.properties.SpringDocConfigProperties;
import org.springdoc.core.providers.JavadocProvider;
import org.springdoc.core.service.OpenAPIService;
import org.springdoc.core.service.SecurityService;
import org.springdoc.core.utils.PropertyResolverUtils;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What all operations of the API share in its description. The annotation says nothing;
 * without one, all classes are searched for it.
 */
@OpenAPIDefinition
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication(type = Type.SERVLET)
class ApiDescription {

	private static final String PROBLEM = "Problem";

	@Bean
	OpenAPI api(ObjectProvider<BuildProperties> build) {
		BuildProperties properties = build.getIfAvailable();
		return new OpenAPI()
			.info(new Info().title("Layanan Kota Tangerang")
				.description("The online services of the city of Tangerang, Indonesia, read only and without a key. "
						+ "What is null or empty is not known. Addresses are root-relative.")
				.version((properties != null) ? properties.getVersion() : "development"))
			// Or the description would name whatever host its reader sent.
			.addServersItem(new Server().url("/"));
	}

	/** Looks for no webhooks: there are none, and to search all classes takes seconds. */
	@Bean
	OpenAPIService openApiService(Optional<OpenAPI> api, SecurityService security, SpringDocConfigProperties properties,
			PropertyResolverUtils resolver, Optional<List<OpenApiBuilderCustomizer>> customizers,
			Optional<List<ServerBaseUrlCustomizer>> servers, Optional<JavadocProvider> javadoc) {
		return new OpenAPIService(api, security, properties, resolver, customizers, servers, javadoc) {

			@Override
			public Class<?>[] getWebhooksClasses() {
				return new Class<?>[0];
			}

		};
	}

	private static Schema<?> problem() {
		return new ObjectSchema().description("What went wrong (RFC 9457)")
			.addProperty("type", new StringSchema().format("uri"))
			.addProperty("title", new StringSchema())
			.addProperty("status", new IntegerSchema())
			.addProperty("detail", new StringSchema())
			.addProperty("instance", new StringSchema().format("uri-reference"))
			.addProperty("parameter", new StringSchema().description("The parameter at fault"))
			.addProperty("reference", new StringSchema().description("Names the request in the log"));
	}

	/** The schema is added here because nothing but these responses refers to it. */
	@Bean
	OpenApiCustomizer sharedResponses() {
		return (api) -> {
			api.getComponents().addSchemas(PROBLEM, problem());
			api.getPaths().values().forEach((path) -> path.readOperations().forEach(ApiDescription::complete));
		};
	}

	private static void complete(Operation operation) {
		ApiResponses responses = operation.getResponses();
		// What is written piece by piece has no tag to compare.
		ApiResponse ok = responses.get("200");
		if (ok != null && ok.getContent().containsKey("application/json")) {
			responses.addApiResponse("304", new ApiResponse().description("Not changed since the ETag sent"));
		}
		responses.addApiResponse("400", problem("A parameter is unknown or has a value it cannot have"))
			.addApiResponse("404", problem("There is nothing at this address"))
			.addApiResponse("406", problem("The type asked for is not there"))
			.addApiResponse("503", problem("The data cannot be reached at the moment"));
	}

	private static ApiResponse problem(String description) {
		return new ApiResponse().description(description)
			.content(new Content().addMediaType("application/problem+json",
					new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM))));
	}

}
