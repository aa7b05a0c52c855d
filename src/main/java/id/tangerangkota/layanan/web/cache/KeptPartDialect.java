package id.tangerangkota.layanan.web.cache;

import java.io.StringWriter;
import java.util.List;
import java.util.Set;

import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.dialect.AbstractProcessorDialect;
import org.thymeleaf.engine.AttributeName;
import org.thymeleaf.engine.TemplateManager;
import org.thymeleaf.TemplateSpec;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.processor.IProcessor;
import org.thymeleaf.processor.element.AbstractAttributeTagProcessor;
import org.thymeleaf.processor.element.IElementTagStructureHandler;
import org.thymeleaf.standard.expression.StandardExpressions;
import org.thymeleaf.templatemode.TemplateMode;

/**
 * Template attributes for kept parts:
 * {@code <th:block kept:template="catalog/filters" kept:key="${…}" kept:tags="catalog">}
 * is replaced by that template, made once for each key and language until the data of one
 * of its tags (separated by spaces) changes. The template must follow from its key, the
 * language and that data.
 */
class KeptPartDialect extends AbstractProcessorDialect {

	private static final String PREFIX = "kept";

	/** After th:with and th:if, before what makes text. */
	private static final int PRECEDENCE = 1000;

	private final KeptParts parts;

	KeptPartDialect(KeptParts parts) {
		super("Kept parts", PREFIX, PRECEDENCE);
		this.parts = parts;
	}

	@Override
	public Set<IProcessor> getProcessors(String dialectPrefix) {
		return Set.of(new Processor(dialectPrefix));
	}

	private final class Processor extends AbstractAttributeTagProcessor {

		Processor(String prefix) {
			super(TemplateMode.HTML, prefix, null, false, "template", true, PRECEDENCE, true);
		}

		@Override
		protected void doProcess(ITemplateContext context, IProcessableElementTag tag, AttributeName attribute,
				String template, IElementTagStructureHandler structure) {
			String key = String.valueOf(StandardExpressions.getExpressionParser(context.getConfiguration())
				.parseExpression(context, tag.getAttributeValue(PREFIX, "key"))
				.execute(context));
			String html = KeptPartDialect.this.parts.get(template + ' ' + context.getLocale() + ' ' + key,
					List.of(tag.getAttributeValue(PREFIX, "tags").split(" ")), () -> make(context, template));
			structure.replaceWith(html, false);
		}

		private String make(ITemplateContext context, String template) {
			StringWriter html = new StringWriter();
			TemplateManager templates = context.getConfiguration().getTemplateManager();
			templates.parseAndProcess(new TemplateSpec(template, TemplateMode.HTML), context, html);
			return html.toString();
		}

	}

}
