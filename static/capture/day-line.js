/** Says which day of the show it is: the page may have been kept since the first, or open all night. */

import { dayOfShow } from "./days.js";

export function sayDay(line, show) {
  const alone = line.textContent;
  const say = () => {
    const day = dayOfShow(show);
    line.textContent = day ? line.dataset.day.replace("{day}", day) : alone;
  };
  say();
  document.addEventListener("visibilitychange", say);
}
