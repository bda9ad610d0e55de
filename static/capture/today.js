/** The captures that wait on this phone, above those that the server holds. */

import { news, outbox } from "../offline/post.js";
import { letLinesAct, lineOf } from "./here.js";
import { sharedOut } from "./held.js";

const section = document.getElementById("here");
const list = document.getElementById("here-rows");

let latest = 0;

news.addEventListener("changed", show);
news.addEventListener("sync", ({ detail }) => {
  if (detail.settled.length) document.body.dispatchEvent(new Event("captures-sent"));
});
letLinesAct(list);
show();

async function show() {
  const mine = ++latest;
  const rows = await outbox.rows();
  if (mine !== latest) return;
  const { own } = sharedOut(rows, section.dataset.member);
  section.hidden = own.length === 0;
  list.replaceChildren(...own.map(lineOf));
}
