package id.tangerangkota.layanan.web;

import java.io.StringWriter;

import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes small XML documents. */
public final class XmlText {

	private XmlText() {
	}

	/** What stands in a document. */
	@FunctionalInterface
	public interface Content {

		void write(XMLStreamWriter xml) throws XMLStreamException;

	}

	/** The document, in UTF-8. */
	public static String of(Content content) {
		StringWriter text = new StringWriter();
		try {
			XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
			xml.writeStartDocument("UTF-8", "1.0");
			content.write(xml);
			xml.writeEndDocument();
		}
		catch (XMLStreamException ex) {
			throw new IllegalStateException("A document in memory could not be written", ex);
		}
		return text.toString();
	}

	/** Writes an element that holds nothing but text. */
	public static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
		xml.writeStartElement(name);
		xml.writeCharacters(text);
		xml.writeEndElement();
	}

}
