package io.growthline.schemas.events;

/** What a survey asks about. {@link #UNKNOWN} stands for a newer symbol. */
public enum SurveyAbout {
  UNKNOWN,
  activity,
  reward,
  scheme
}
