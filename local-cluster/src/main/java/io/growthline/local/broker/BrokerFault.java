package io.growthline.local.broker;

import org.apache.kafka.server.fault.FaultHandler;
import org.apache.kafka.server.fault.FaultHandlerException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens when part of the broker fails: it is logged and thrown. The broker's own handlers
 * end the JVM, which here is not theirs alone.
 *
 * @param part the part of the broker that failed
 * @param action what the broker asks to be done on a fault, for example counting it
 */
record BrokerFault(String part, Runnable action) implements FaultHandler {

  private static final Logger LOG = LoggerFactory.getLogger(BrokerFault.class);

  @Override
  public RuntimeException handleFault(String message, Throwable cause) {
    LOG.error("The embedded broker's {} failed: {}", part, message, cause);
    action.run();
    return new FaultHandlerException(part + ": " + message, cause);
  }
}
