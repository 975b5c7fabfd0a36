package dev.lockstep.ui.kit;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Group;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.Shape;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A drawing in the corner of SVG 1.1 that the icon is made of: {@code rect}, {@code circle} and {@code path} with plain fills, right below
 * an {@code svg} whose view box starts at the origin, and {@code defs}, which are left out as they are not shown. Anything else is refused.
 *
 * @param width of the view box
 * @param height of the view box
 */
record SvgDrawing(double width, double height, List<Shape> shapes) {
    /** Reads a drawing; document types and entities are refused, so that the file can name no other. */
    static SvgDrawing read(InputStream svg) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        try {
            return read(factory.createXMLStreamReader(svg));
        } catch (XMLStreamException | IllegalArgumentException e) {
            throw new IOException("not a drawing that can be shown", e);
        }
    }

    private static SvgDrawing read(XMLStreamReader reader) throws XMLStreamException {
        List<Shape> shapes = new ArrayList<>();
        double[] box = {};
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (box.length == 0) {
                    box = viewBox(reader);
                } else if (reader.getLocalName().equals("defs")) {
                    skip(reader);
                } else {
                    shapes.add(shape(reader));
                }
            } else if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new XMLStreamException("a document type or an entity");
            }
        }
        return new SvgDrawing(box[2], box[3], List.copyOf(shapes));
    }

    private static void skip(XMLStreamReader reader) throws XMLStreamException {
        for (int depth = 1; depth > 0; ) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> depth++;
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.ENTITY_REFERENCE -> throw new XMLStreamException("an entity");
                default -> {}
            }
        }
    }

    private static double[] viewBox(XMLStreamReader reader) {
        String[] numbers = text(reader, "viewBox").split(" ", -1);
        if (!reader.getLocalName().equals("svg") || numbers.length != 4) {
            throw new IllegalArgumentException("no view box");
        }
        return List.of(numbers).stream().mapToDouble(Double::parseDouble).toArray();
    }

    private static Shape shape(XMLStreamReader reader) {
        Shape shape = switch (reader.getLocalName()) {
            case "rect" -> rectangle(reader);
            case "circle" -> new Circle(number(reader, "cx"), number(reader, "cy"), number(reader, "r"));
            case "path" -> path(reader);
            default -> throw new IllegalArgumentException("a " + reader.getLocalName());
        };
        shape.setFill(Color.web(text(reader, "fill")));
        return shape;
    }

    private static Rectangle rectangle(XMLStreamReader reader) {
        Rectangle rectangle = new Rectangle(
                number(reader, "x"), number(reader, "y"), number(reader, "width"), number(reader, "height"));
        double diameter = 2 * number(reader, "rx");
        rectangle.setArcWidth(diameter);
        rectangle.setArcHeight(diameter);
        return rectangle;
    }

    private static SVGPath path(XMLStreamReader reader) {
        SVGPath path = new SVGPath();
        path.setContent(text(reader, "d"));
        return path;
    }

    private static double number(XMLStreamReader reader, String attribute) {
        return Double.parseDouble(text(reader, attribute));
    }

    private static String text(XMLStreamReader reader, String attribute) {
        String found = reader.getAttributeValue(null, attribute);
        if (found == null) {
            throw new IllegalArgumentException(reader.getLocalName() + " without " + attribute);
        }
        return found;
    }

    /** The shapes, to be drawn once. */
    Group group() {
        return new Group(List.copyOf(shapes));
    }
}
