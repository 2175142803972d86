package io.growthline.ingest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.growthline.schemas.events.Event;
import io.growthline.schemas.ledger.Category;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes events as the contract writes them in JSON; shares nothing with the reader. */
final class EventText {

  private EventText() {}

  static ObjectNode json(Event event) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    for (RecordComponent component : event.getClass().getRecordComponents()) {
      try {
        put(json, component.getName(), component.getAccessor().invoke(event));
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }
    return json;
  }

  private static void put(ObjectNode json, String name, Object value) {
    switch (name) {
      case "occurredAt", "effectiveAt" ->
          json.put(name, Instant.ofEpochMilli((Long) value).toString());
      case "hiredOn", "periodStart", "periodEnd" ->
          json.put(name, value == null ? null : LocalDate.ofEpochDay((Integer) value).toString());
      case "credits" -> json.put(name, value == null ? null : BigDecimal.valueOf((Long) value, 2));
      default -> putPlain(json, name, value);
    }
  }

  private static void putPlain(ObjectNode json, String name, Object value) {
    if (value instanceof Category category) {
      json.put(name, category.name().toLowerCase(Locale.ROOT));
    } else if (value instanceof Map<?, ?> map) {
      ObjectNode nested = json.putObject(name);
      map.forEach((key, text) -> nested.put((String) key, (String) text));
    } else if (value instanceof List<?> list) {
      var array = json.putArray(name);
      list.forEach(text -> array.add((String) text));
    } else if (value instanceof Double number) {
      json.put(name, number);
    } else if (value instanceof Long number) {
      json.put(name, number);
    } else {
      json.put(name, value == null ? null : value.toString());
    }
  }
}
