/** How many phones somebody should see to, in a manager's menu: for pages that swap nothing. */

const slot = document.getElementById("phones-alarm");

export function showAlarm(count) {
  if (!slot || !Number.isInteger(count)) return;
  slot.replaceChildren(...(count > 0 ? [mark(count)] : []));
}

function mark(count) {
  const { one, many } = slot.dataset;
  const [box, number, words] = [1, 2, 3].map(() => document.createElement("span"));
  box.className = "count";
  number.ariaHidden = "true";
  number.textContent = count;
  words.className = "visually-hidden";
  words.textContent = count === 1 ? one : many.replace("{count}", count);
  box.append(number, words);
  return box;
}
