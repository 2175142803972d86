package io.growthline.local;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import picocli.CommandLine;

/**
 * One call of the command line within this JVM.
 *
 * @param out the lines of standard output
 * @param err the lines of standard error
 */
public record CommandRun(int exitCode, List<String> out, List<String> err) {

  public static CommandRun of(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine line = Growthline.commandLine();
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    int exitCode = line.execute(arguments);
    return new CommandRun(
        exitCode, out.toString().lines().toList(), err.toString().lines().toList());
  }
}
