/** Days at the show, whatever the phone thinks the time zone is. */

/** The day `days` from now, as YYYY-MM-DD. */
export function dayIn(days, timeZone, now = Date.now()) {
  const today = new Intl.DateTimeFormat("en-CA", { timeZone }).format(now);
  const day = new Date(`${today}T12:00:00Z`);
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10);
}
