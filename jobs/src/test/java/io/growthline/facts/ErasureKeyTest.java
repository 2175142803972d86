package io.growthline.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** F6: what stays of someone who was erased. */
class ErasureKeyTest {

  @TempDir Path folder;

  /** Test case 2 of RFC 4231. */
  @Test
  void f6AMarkIsTheHmacOfTheId() throws Exception {
    Path file = Files.writeString(folder.resolve("key"), "\n Jefe \n");
    assertThat(ErasureKey.read(file).mark("what do ya want for nothing?"))
        .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
  }

  @Test
  void f6AnotherKeyMakesAnotherMark() throws Exception {
    Path file = Files.writeString(folder.resolve("key"), "secret");
    assertThat(ErasureKey.read(file).mark("li-na"))
        .isEqualTo(ErasureKey.read(file).mark("li-na"))
        .isNotEqualTo(ErasureKey.read(null).mark("li-na"))
        .isNotEqualTo(ErasureKey.read(file).mark("li-no"));
  }

  @Test
  void f6AKeyIsToldFromOthersByItsFingerprint() throws Exception {
    ErasureKey own = ErasureKey.read(Files.writeString(folder.resolve("key"), "secret"));
    assertThat(own.isPublic()).isFalse();
    assertThat(own.fingerprint()).isNotEqualTo(ErasureKey.PUBLIC.fingerprint()).hasSize(64);
    // Whoever writes the public key into a file has not made it a secret.
    Path copy = Files.writeString(folder.resolve("copy"), "growthline.erased");
    assertThat(ErasureKey.read(copy).isPublic()).isTrue();
    assertThat(ErasureKey.read(copy).fingerprint()).isEqualTo(ErasureKey.PUBLIC.fingerprint());
  }

  @Test
  void aKeyThatIsNotThereOrEmptyIsRefused() throws Exception {
    Path empty = Files.writeString(folder.resolve("key"), " \n");
    assertThatThrownBy(() -> ErasureKey.read(empty)).hasMessageContaining("holds no key");
    assertThatThrownBy(() -> ErasureKey.read(folder.resolve("none")))
        .isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void aKeyTravelsWithTheJob() throws Exception {
    ErasureKey key = ErasureKey.read(Files.writeString(folder.resolve("key"), "secret"));
    String mark = key.mark("li-na");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new ObjectOutputStream(bytes).writeObject(key);
    var sent = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
    assertThat(((ErasureKey) sent).mark("li-na")).isEqualTo(mark);
  }
}
