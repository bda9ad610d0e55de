/** Days at the show, whatever the phone thinks the time zone is. */

const A_DAY = 24 * 60 * 60 * 1000;

/** The day `days` from now, as YYYY-MM-DD. */
export function dayIn(days, timeZone, now = Date.now()) {
  const today = new Intl.DateTimeFormat("en-CA", { timeZone }).format(now);
  const day = new Date(`${today}T12:00:00Z`);
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10);
}

/** Which day of the show it is, from 1; null before and after. */
export function dayOfShow({ time_zone, starts_on, ends_on }, now = Date.now()) {
  const today = dayIn(0, time_zone, now);
  if (today < starts_on || today > ends_on) return null;
  return 1 + Math.round((Date.parse(today) - Date.parse(starts_on)) / A_DAY);
}
