/** A plan that fails, made as small as it can be while it still fails. */

/** `fails` plays a plan; `most` is how often it may be asked. */
export async function smallest(plan, fails, most = 150) {
  let events = plan.events;
  let left = most;
  for (let size = Math.ceil(events.length / 2); size >= 1; size = Math.floor(size / 2)) {
    for (let from = 0; from < events.length && left > 0; ) {
      const fewer = [...events.slice(0, from), ...events.slice(from + size)];
      left -= 1;
      if (await fails({ ...plan, events: fewer })) events = fewer;
      else from += size;
    }
  }
  return { ...plan, events };
}
