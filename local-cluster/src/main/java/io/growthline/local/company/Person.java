package io.growthline.local.company;

import java.time.LocalDate;
import java.util.List;

/**
 * An employee of the sample company.
 *
 * @param id employee id, from the name: {@code li-na}
 * @param name display name in Latin letters
 * @param chineseName display name in Chinese, or null
 * @param preferredFormats formats the employee prefers, best first
 */
public record Person(
    String id,
    String name,
    String chineseName,
    String jobId,
    String teamId,
    LocalDate hiredOn,
    List<String> preferredFormats) {}
