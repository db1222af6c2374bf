/**
 * Today's date (`YYYY-MM-DD`) in the time zone of the browser. Owns this conversion only: the core reads no clock, so
 * it is told the day.
 */
export function localDay(moment: Date): string {
  const [year, month, day] = [moment.getFullYear(), moment.getMonth() + 1, moment.getDate()];
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}
