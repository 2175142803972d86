package io.growthline.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherIT {

  @TempDir Path folder;

  @Test
  void helpIsPrintedAndExitsZero() throws Exception {
    LauncherCall call = call("tail", "--help");
    assertThat(call.exitCode()).isZero();
    assertThat(call.out()).first().asString().startsWith("Usage: growthline tail");
    assertThat(call.err()).isEmpty();
    assertThat(call.temporaryFiles()).isEmpty();
  }

  @Test
  void badUsageIsOneLineAndExitsTwo() throws Exception {
    LauncherCall call = call("tail", "credits.balances", "--wrong");
    assertThat(call.exitCode()).isEqualTo(2);
    assertThat(call.out()).isEmpty();
    assertThat(call.err()).singleElement().asString().contains("--wrong", "--help");
  }

  @Test
  void textsAreUtf8WithoutAnyLocale() throws Exception {
    LauncherCall call = call("tail", "积分");
    assertThat(call.exitCode()).isEqualTo(2);
    assertThat(call.err()).singleElement().asString().contains("积分");
  }

  @Test
  void withoutARunningClusterItSaysHowToStartOne() throws Exception {
    LauncherCall call = call("tail", "credits.balances");
    assertThat(call.exitCode()).isEqualTo(2);
    assertThat(call.err()).singleElement().asString().contains("growthline demo");
  }

  @Test
  void itWorksFromAPathWithSpacesAndThroughALink() throws Exception {
    Path copy = Files.createDirectories(folder.resolve("a path with spaces/local-cluster"));
    copy(Path.of("growthline"), copy.resolve("growthline"));
    Files.createDirectories(copy.resolve("target"));
    try (Stream<Path> built = Files.list(Path.of("target"))) {
      for (Path file : (Iterable<Path>) built.filter(Files::isRegularFile)::iterator) {
        copy(file, copy.resolve("target").resolve(file.getFileName()));
      }
    }
    Path link = Files.createSymbolicLink(folder.resolve("linked"), copy.resolve("growthline"));
    LauncherCall call = LauncherCall.start(link, folder, "--help");
    assertThat(call.exitCode()).isZero();
    assertThat(call.err()).isEmpty();
  }

  @Test
  void aStackTraceComesOnlyOnRequest() throws Exception {
    String[] unreachable = {"tail", "credits.balances", "--bootstrap", "127.0.0.1:1"};
    LauncherCall quiet = call(unreachable);
    assertThat(quiet.exitCode()).isEqualTo(1);
    assertThat(quiet.err()).singleElement().asString().contains("127.0.0.1:1");
    LauncherCall verbose =
        call(Stream.concat(Stream.of(unreachable), Stream.of("--verbose")).toArray(String[]::new));
    assertThat(verbose.exitCode()).isEqualTo(1);
    assertThat(verbose.err()).anyMatch(line -> line.startsWith("\tat "));
  }

  private LauncherCall call(String... arguments) throws IOException {
    return LauncherCall.start(LauncherCall.launcher(), folder, arguments);
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES);
  }
}
