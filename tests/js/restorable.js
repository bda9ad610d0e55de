/** A server that can be put back to an older backup, for the tests of sealed copies. */

export const URLS = { missing: "/captures/missing", copies: "/captures/copies" };

export class Restorable {
  generation = "first life";
  sealing_key = "Kogyo";
  stored = new Set();
  erased = new Set();
  asked = [];
  isGone = false;

  ask = async (url, body) => {
    this.asked.push({ url, body });
    if (this.isGone) return null;
    const life = { generation: this.generation, sealing_key: this.sealing_key };
    if (url === URLS.copies) return { ...life, verdicts: body.copies.map((copy) => this.verdict(copy)) };
    return { ...life, missing: body.capture_ids.filter((id) => !this.stored.has(id)) };
  };

  verdict({ capture_id, sealed }) {
    if (this.erased.has(capture_id)) return { capture_id, verdict: "erased", reason: "" };
    const { capture } = JSON.parse(unsealed(Buffer.from(sealed, "base64")));
    const verdict = this.stored.has(capture.capture_id) ? "known" : "recorded";
    this.stored.add(capture.capture_id);
    return { capture_id, verdict, reason: "" };
  }

  get given() {
    return this.asked.filter(({ url }) => url === URLS.copies).map(({ body }) => body.copies);
  }

  restore(...ids) {
    this.generation += ", and another";
    this.stored = new Set(ids);
  }
}

// A seal that tests can look into.
export const sealing = async (_key, bytes) => bytes.map((byte) => byte ^ 0xff);
export const unsealed = (bytes) => new TextDecoder().decode(bytes.map((byte) => byte ^ 0xff));
