package io.growthline.local.broker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import org.apache.kafka.server.ServerSocketFactory;

/**
 * The broker's two listening sockets, bound to free loopback ports before the broker asks for them:
 * its configuration has to name the ports, and a port found free may be taken by someone else a
 * moment later.
 */
final class ListeningSockets implements ServerSocketFactory, AutoCloseable {

  private final ServerSocketChannel broker;
  private final ServerSocketChannel controller;

  private ListeningSockets(ServerSocketChannel broker, ServerSocketChannel controller) {
    this.broker = broker;
    this.controller = controller;
  }

  static ListeningSockets onLoopback() throws IOException {
    ServerSocketChannel broker = bind();
    try {
      return new ListeningSockets(broker, bind());
    } catch (IOException e) {
      broker.close();
      throw e;
    }
  }

  private static ServerSocketChannel bind() throws IOException {
    ServerSocketChannel channel = ServerSocketChannel.open();
    channel.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0));
    channel.configureBlocking(false);
    return channel;
  }

  int brokerPort() {
    return broker.socket().getLocalPort();
  }

  int controllerPort() {
    return controller.socket().getLocalPort();
  }

  @Override
  public ServerSocketChannel openServerSocket(
      String listenerName, InetSocketAddress address, int backlog, int receiveBuffer) {
    return listenerName.equals(BrokerSettings.CONTROLLER_LISTENER) ? controller : broker;
  }

  @Override
  public void close() {
    try {
      broker.close();
      controller.close();
    } catch (IOException e) {
      throw new UncheckedIOException("a listening socket could not be closed", e);
    }
  }
}
