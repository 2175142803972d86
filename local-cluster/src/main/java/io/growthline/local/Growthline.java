package io.growthline.local;

import io.growthline.local.commands.AnnounceCommand;
import io.growthline.local.commands.BenchCommand;
import io.growthline.local.commands.CompareCommand;
import io.growthline.local.commands.DemoCommand;
import io.growthline.local.commands.EraseCommand;
import io.growthline.local.commands.EvaluateCommand;
import io.growthline.local.commands.ExplainCommand;
import io.growthline.local.commands.Failure;
import io.growthline.local.commands.PublishCommand;
import io.growthline.local.commands.ReplayCommand;
import io.growthline.local.commands.SampleCommand;
import io.growthline.local.commands.TailCommand;
import io.growthline.local.commands.TrainCommand;
import io.growthline.local.commands.ValidateCommand;
import io.growthline.local.commands.VerifyCommand;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command line. Every verb is a class of {@code io.growthline.local.commands}. */
@Command(
    name = "growthline",
    description = "Training credits, triggers and evidence from learning event streams.",
    synopsisSubcommandLabel = "VERB",
    subcommands = {
      DemoCommand.class,
      ReplayCommand.class,
      SampleCommand.class,
      ValidateCommand.class,
      PublishCommand.class,
      ExplainCommand.class,
      VerifyCommand.class,
      CompareCommand.class,
      EraseCommand.class,
      TrainCommand.class,
      AnnounceCommand.class,
      EvaluateCommand.class,
      TailCommand.class,
      BenchCommand.class
    })
public final class Growthline implements Runnable {

  @Spec private CommandSpec spec;

  @Option(
      names = "--verbose",
      scope = ScopeType.INHERIT,
      description = "Show warnings, and the stack trace of an error.")
  private boolean verbose;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Show this help and exit.")
  @SuppressWarnings("UnusedVariable") // declared for the parser alone, which acts on it
  private boolean help;

  /** Runs one verb and exits: 0 done, 1 failed, 2 bad usage or missing path, 130 interrupted. */
  public static void main(String[] arguments) {
    // Figures look the same everywhere, and can be read by programs.
    Locale.setDefault(Locale.ROOT);
    System.setOut(inUtf8(FileDescriptor.out));
    System.setErr(inUtf8(FileDescriptor.err));
    OrderlyEnd end = new OrderlyEnd();
    int exitCode = commandLine(end).execute(arguments);
    System.out.flush();
    end.exit(exitCode);
  }

  /** The whole command line, as tests use it too. */
  public static CommandLine commandLine() {
    return commandLine(null);
  }

  private static CommandLine commandLine(OrderlyEnd end) {
    Growthline growthline = new Growthline();
    CommandLine line = new CommandLine(growthline);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setExecutionStrategy(
        parsed -> {
          Logging.start(growthline.verbose);
          if (end != null) {
            end.coverThisThread();
          }
          return run(parsed);
        });
    line.setParameterExceptionHandler((error, arguments) -> badUsage(error));
    line.setExecutionExceptionHandler(
        (error, command, parsed) ->
            end != null && end.isInterrupting()
                ? Failure.INTERRUPTED
                : growthline.failed(error, command));
    return line;
  }

  /** Tells also of errors, which picocli would let pass: libraries fail to load, for example. */
  private static int run(ParseResult parsed) {
    try {
      return new CommandLine.RunLast().execute(parsed);
    } catch (Error e) {
      List<CommandLine> verbs = parsed.asCommandLineList();
      throw new ExecutionException(verbs.get(verbs.size() - 1), e.toString(), e);
    }
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "name a verb, for example: growthline demo");
  }

  private static int badUsage(ParameterException error) {
    CommandLine command = error.getCommandLine();
    String name = command.getCommandSpec().qualifiedName();
    String message = Failure.oneLine(error.getMessage());
    command.getErr().println(name + ": " + message + " (" + name + " --help shows the usage)");
    command.getErr().flush();
    return CommandLine.ExitCode.USAGE;
  }

  private int failed(Exception error, CommandLine command) {
    Failure failure = Failure.of(error);
    if (failure.exitCode() != Failure.INTERRUPTED) {
      command
          .getErr()
          .println(command.getCommandSpec().qualifiedName() + ": " + failure.getMessage());
    }
    if (verbose) {
      error.printStackTrace(command.getErr());
    }
    command.getErr().flush();
    return failure.exitCode();
  }

  private static PrintStream inUtf8(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }
}
