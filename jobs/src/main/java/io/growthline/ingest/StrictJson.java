package io.growthline.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.growthline.schemas.deadletters.DeadLetterReason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Reads one JSON object from UTF-8: no duplicate keys, nothing after it, numbers digit by digit.
 * Thread-safe.
 */
final class StrictJson {

  /** Events are flat, and xAPI statements nest about ten levels. */
  private static final int MOST_LEVELS = 64;

  private static final int LONGEST_NUMBER = 100;
  private static final int LONGEST_KEY = 2048;

  private static final ObjectReader READER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(MOST_LEVELS)
                          .maxNumberLength(LONGEST_NUMBER)
                          .maxNameLength(LONGEST_KEY)
                          .build())
                  .build())
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build()
          .readerFor(JsonNode.class);

  private StrictJson() {}

  static ObjectNode object(byte[] utf8) throws UnusableInputException {
    CharBuffer text = text(utf8);
    try (JsonParser parser =
        READER.getFactory().createParser(text.array(), text.arrayOffset(), text.remaining())) {
      JsonNode value = READER.readTree(parser);
      if (parser.nextToken() != null) {
        throw malformed("there is something after the first value");
      }
      if (value instanceof ObjectNode object) {
        return object;
      }
      throw value == null
          ? malformed("nothing but blanks")
          : new UnusableInputException(DeadLetterReason.WRONG_TYPE, "not a JSON object");
    } catch (StreamConstraintsException e) {
      throw new UnusableInputException(
          DeadLetterReason.TOO_LONG, "too many levels, or a number or a key is too long");
    } catch (MismatchedInputException e) {
      throw new UnusableInputException(
          DeadLetterReason.DUPLICATE_KEY, "a key occurs twice in one object");
    } catch (JsonProcessingException e) {
      // The exception's own message quotes the text.
      throw malformed("not JSON at character " + e.getLocation().getColumnNr());
    } catch (NumberFormatException e) {
      throw new UnusableInputException(
          DeadLetterReason.OUT_OF_RANGE, "a number's exponent is out of range");
    } catch (IOException e) {
      throw new UncheckedIOException("a char array refused a read", e);
    }
  }

  private static CharBuffer text(byte[] utf8) throws UnusableInputException {
    try {
      // A decoder made this way reports what is malformed instead of replacing it.
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8));
    } catch (CharacterCodingException e) {
      throw new UnusableInputException(DeadLetterReason.INVALID_UTF8, "not UTF-8");
    }
  }

  private static UnusableInputException malformed(String detail) {
    return new UnusableInputException(DeadLetterReason.MALFORMED_JSON, detail);
  }
}
