package io.growthline.facts;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.execution.SuppressRestartsException;
import org.apache.flink.runtime.state.FunctionInitializationContext;

/**
 * Who was erased, as a keyed operator remembers it: nothing but their marks, and not under their
 * keys. A mark does not tell whose key it belongs to, so after a restore every subtask knows all of
 * them. They are few. By marks made with another key nobody would be known, so the key's
 * fingerprint is saved with them.
 */
public final class ErasedPeople {

  // Name and type are a contract with savepoints already taken.
  private static final ListStateDescriptor<String> MARKS =
      new ListStateDescriptor<>("erased-people", Types.STRING);

  /** What the entry that is the key's fingerprint, and no mark, begins with. */
  private static final String KEY = "key:";

  private final ErasureKey key;
  private final ListState<String> saved;
  private final int subtask;
  private final int subtasks;

  /** Known to every subtask. */
  private final Set<String> restored = new HashSet<>();

  /** Known to this subtask alone. */
  private final Set<String> added = new HashSet<>();

  private ErasedPeople(ErasureKey key, ListState<String> saved, int subtask, int subtasks) {
    this.key = key;
    this.saved = saved;
    this.subtask = subtask;
    this.subtasks = subtasks;
  }

  /**
   * Those whom the operator had erased before; call it when its state is initialized.
   *
   * @throws SuppressRestartsException if their marks were made with another key
   */
  public static ErasedPeople restore(
      ErasureKey key, RuntimeContext operator, FunctionInitializationContext state)
      throws Exception {
    ErasedPeople erased =
        new ErasedPeople(
            key,
            state.getOperatorStateStore().getUnionListState(MARKS),
            operator.getTaskInfo().getIndexOfThisSubtask(),
            operator.getTaskInfo().getNumberOfParallelSubtasks());
    for (String entry : erased.saved.get()) {
      if (entry.startsWith(KEY)) {
        erased.checkKey(entry);
      } else {
        erased.restored.add(entry);
      }
    }
    return erased;
  }

  private void checkKey(String entry) {
    if (!entry.equals(KEY + key.fingerprint())) {
      throw new SuppressRestartsException(
          new IllegalStateException(
              "the marks of erased people in this savepoint were made with another key, and by this"
                  + " one nobody would be known: give --erasure-key the file that was used before"));
    }
  }

  /** Saves them; call it when a snapshot of the operator's state is taken. */
  public void save() throws Exception {
    List<String> marks = new ArrayList<>(added);
    // What all of them know is saved by one of them: otherwise it would be there once for each.
    restored.stream().filter(this::isMine).forEach(marks::add);
    if (!marks.isEmpty()) {
      marks.add(KEY + key.fingerprint());
    }
    saved.update(marks);
  }

  private boolean isMine(String mark) {
    return Math.floorMod(mark.hashCode(), subtasks) == subtask;
  }

  public boolean isEmpty() {
    return restored.isEmpty() && added.isEmpty();
  }

  /** Whether that employee was erased; costs next to nothing while nobody was. */
  public boolean include(String employeeId) {
    if (isEmpty()) {
      return false;
    }
    String mark = key.mark(employeeId);
    return restored.contains(mark) || added.contains(mark);
  }

  /** Remembers that the employee was erased. */
  public void add(String employeeId) {
    String mark = key.mark(employeeId);
    if (!restored.contains(mark)) {
      added.add(mark);
    }
  }
}
