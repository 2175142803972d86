/**
 * Any stream of records to a Parquet table: {@code TABLE/month=YYYY-MM/part-….parquet}, or flat.
 * Under a reader's {@code **}{@code /*.parquet} there are only whole files.
 */
package io.growthline.lake;
