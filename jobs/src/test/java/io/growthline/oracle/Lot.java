package io.growthline.oracle;

import java.time.LocalDate;

/** Credits that came together and expire together; amounts in hundredths of a credit. */
final class Lot {

  /** What brought the credits. */
  final Booking opening;

  final long amount;

  /** The local day with whose end the credits expire, or null. */
  LocalDate expiresOn;

  long left;

  /** What expired or did not carry over. */
  long lapsed;

  /** Whether credits stayed in it over a period's end. */
  boolean carried;

  Lot(Booking opening, long amount, LocalDate expiresOn) {
    this.opening = opening;
    this.amount = amount;
    this.expiresOn = expiresOn;
    left = amount;
  }

  void lapse(long credits) {
    left -= credits;
    lapsed += credits;
  }
}
