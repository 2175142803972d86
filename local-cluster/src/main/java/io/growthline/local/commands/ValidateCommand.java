package io.growthline.local.commands;

import io.growthline.rulebook.ReadResult;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Checks a rule book. */
@Command(
    name = "validate",
    description = {
      "Every problem of a rule book as FILE:LINE: error: message [code], in file order.",
      "Exits with 1 if any is an error; warnings alone are fine."
    })
public final class ValidateCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private RuleBookArgument ruleBook;

  @Override
  public Integer call() throws Exception {
    ReadResult result = ruleBook.read(spec.commandLine().getOut());
    spec.commandLine().getErr().println(ruleBook.summary(result));
    return result.hasErrors() ? Failure.FAILED : 0;
  }
}
