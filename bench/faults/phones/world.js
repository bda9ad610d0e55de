/** One plan, played: phones, network and server, until all is calm again; then the judgement. */

import { FORMER } from "./former.js";
import { PRESENT } from "./browser.js";
import { Chance } from "./chance.js";
import { Hands } from "./hands.js";
import { Network } from "./network.js";
import { Phone } from "./phone.js";
import { Locks, NoLocks } from "./tabs.js";
import { Time } from "./time.js";
import { Truth } from "./truth.js";

const BEGIN = Date.UTC(2026, 9, 16, 2, 30);
const CALM = 300_000;

export class World {
  struck = {};
  #plan;
  #host;
  #time;
  #chance;
  #truth = new Truth();
  #network;
  #phones;
  #hands;
  #stage;
  #underWay = new Map();

  constructor(plan, host, { locks = true } = {}) {
    this.#plan = plan;
    this.#host = host;
    this.#time = new Time(BEGIN);
    this.#chance = new Chance(plan.seed + 1);
    this.#network = new Network({
      time: this.#time,
      host,
      chance: this.#chance,
      tell: { sent: this.#sent, answered: this.#answered, struck: this.#strikes },
    });
    this.makeLocks = () => (locks ? new Locks() : new NoLocks());
  }

  /** What was found wrong, and how much there was to go wrong. */
  async play() {
    const realImmediate = globalThis.setImmediate;
    globalThis.setImmediate = this.#time.soon; // the phones' databases move on by our steps
    try {
      await this.#begin();
      await this.#time.run(BEGIN + this.#plan.lasts, this.#quiet);
      await this.#calm();
      return await this.#verdict();
    } finally {
      globalThis.setImmediate = realImmediate;
    }
  }

  async #begin() {
    this.#stage = await this.#ask({ do: "stage", members: this.#plan.former.length + 1 });
    this.#hands = new Hands(this.#stage, this.#truth);
    this.#phones = this.#plan.former.map((isFormer, number) => {
      const phone = new Phone({
        number,
        time: this.#time,
        chance: this.#chance,
        network: this.#network,
        member: this.#stage.members[number],
        exhibitor: this.#stage.exhibitor_id,
        locks: this.makeLocks(),
        found: this.#truth.found,
      });
      if (isFormer) phone.code = FORMER;
      return phone;
    });
    for (const event of this.#plan.events) {
      this.#time.at(BEGIN + event.at, () => this.#does(this.#phones[event.phone], event));
    }
  }

  async #does(phone, event) {
    const page = () => this.#chance.oneOf(phone.pages);
    switch (event.does) {
      case "captures":
        return this.#on(phone, (open) => this.#hands.capture(phone, open, event));
      case "adds":
        return this.#about(phone, (each) => !each.isUnreadable && !each.adds_to, "add", event);
      case "repairs":
        return this.#about(phone, (each) => each.isUnreadable, "repair", event);
      case "meets":
        return phone.faults.push(event);
      case "page_killed":
        return phone.pages.length && this.#kill(phone, [page()], event);
      case "phone_killed":
        return this.#kill(phone, phone.pages, event);
      case "second_tab":
        return this.#on(phone, () => this.#opens(phone, "second_tab"));
      case "offline":
        return this.#offline(phone, event);
      case "clock_moved":
        return this.#moveClock(phone, phone.clockIsOff ? 0 : event.by);
      default:
        return this.#update(phone, event);
    }
  }

  /** On an open page; who finds none opens one. */
  async #on(phone, work) {
    if (!phone.pages.length) await phone.open();
    const ready = phone.pages.filter((page) => page.isReady);
    if (!ready.length) return this.#time.after(10, () => this.#on(phone, work));
    return work(this.#chance.oneOf(ready))?.catch(this.#refusesToSave);
  }

  #about(phone, isMeant, deed, event) {
    const found = this.#truth.savedOn(phone).filter(isMeant);
    if (!found.length) return undefined;
    const { id } = this.#chance.oneOf(found);
    return this.#on(phone, async (page) => {
      const row = phone.rows.find((each) => each.capture_id === id);
      if (deed === "add" && row?.state === "refused") return undefined;
      if (deed === "repair" && row?.state !== "refused") return undefined;
      return this.#hands[deed](phone, page, id, event);
    });
  }

  /** The page says "not saved": staff see it, so nothing is lost; but nothing here is reason for it. */
  #refusesToSave = (problem) => {
    this.#truth.found("not saved", problem.name);
  };

  #opens(phone, kind) {
    this.#strikes(kind);
    return phone.open();
  }

  #kill(phone, pages, { does, steps, opens }) {
    let left = steps;
    const stop = this.#time.watch(() => {
      if ((left -= 1) > 0) return;
      stop();
      const dying = pages.filter((page) => page.isAlive);
      if (dying.length) this.#strikes(does);
      for (const page of dying) phone.kill(page);
      this.#time.after(opens, () => this.#on(phone, async () => {}));
    });
  }

  #offline(phone, { lasts, says }) {
    this.#strikes("offline");
    phone.isOffline = true;
    this.#time.after(lasts, () => {
      phone.isOffline = false;
      if (says) phone.hear("online");
    });
  }

  #moveClock(phone, by) {
    this.#strikes("clock_moved");
    phone.clockIsOff = by;
    this.#truth.clockMoved(phone);
  }

  /** The next version opens beside a page of the former, or in its place. */
  #update(phone, event) {
    if (phone.code === PRESENT) return undefined;
    phone.code = PRESENT;
    if (!event.leaves) this.#kill(phone, phone.pages, { ...event, does: "updated", opens: 0 });
    else this.#strikes("updated");
    return phone.open();
  }

  #sent = (asked, fault) => {
    const { phone, page } = asked;
    const other = this.#underWay.get(phone);
    if (other?.page.isAlive) this.#truth.found("two senders at once", `phone ${phone.number}`);
    this.#underWay.set(phone, asked);
    const over = () => this.#underWay.get(phone) === asked && this.#underWay.delete(phone);
    for (const end of ["resolve", "lost"]) {
      const ends = asked[end];
      asked[end] = (...given) => over() | ends(...given);
    }
    asked.init.signal?.addEventListener("abort", over);
    if (fault?.kind === "signed_out") this.#signOut(phone, page, fault);
  };

  async #signOut(phone, _page, { until, switched }) {
    const token = phone.cookie;
    this.#time.after(until, () => this.#signIn(phone, switched));
    await this.#time.outside(this.#ask({ do: "expire", token }));
  }

  /** Somebody signs in: the same member, or the next who takes this phone. */
  async #signIn(phone, switched) {
    if (switched) phone.member = this.#stage.members.at(-1);
    if (switched) this.#strikes("member_switched");
    const frame = { do: "sign in", member_id: phone.member.id };
    const { token } = await this.#time.outside(this.#ask(frame));
    phone.cookie = token;
    for (const page of [...phone.pages]) phone.kill(page); // signing in leads to a new page
    await phone.open();
  }

  #answered = ({ phone, page }, status, text) => {
    if (status === 200 && page.isAlive) this.#truth.named(phone, text);
  };

  #strikes = (kind) => {
    this.struck[kind] = (this.struck[kind] ?? 0) + 1;
  };

  #quiet = (until) => {
    for (const phone of this.#phones) {
      this.#truth.lookAtDisk(phone);
      for (const page of phone.pages) if (page.isReady) this.#truth.lookAtPill(phone, page, until);
    }
  };

  /** Faults end; staff sign in, open a page and send again what was refused for no good reason. */
  async #calm() {
    this.#network.isCalm = true;
    for (const phone of this.#phones) {
      phone.isOffline = false;
      phone.clockIsOff = 0;
      this.#truth.clockMoved(phone);
      await this.#signIn(phone, false);
      for (const row of phone.rows) {
        if (this.#truth.of(row.capture_id).isUnreadable) continue;
        if (row.state === "refused") phone.pages[0].parts.outbox.tryAgain(row.capture_id);
      }
      phone.hear("online");
    }
    await this.#time.run(this.#time.now + CALM, this.#quiet);
    for (const phone of this.#phones) {
      for (const row of phone.rows) {
        const isExpected = this.#truth.of(row.capture_id).isUnreadable && row.state === "refused";
        if (!isExpected) this.#truth.found("never sent", `${row.capture_id} ${row.state} ${row.message}`);
      }
    }
  }

  async #verdict() {
    const frame = { do: "ledger", show_id: this.#stage.show_id, token: this.#stage.manager };
    const captures = this.#truth.judge(await this.#ask(frame));
    return { findings: this.#truth.findings, struck: this.struck, captures };
  }

  async #ask(frame) {
    const [answer] = await this.#host.ask({ ...frame, now: this.#time.now });
    return answer;
  }
}
