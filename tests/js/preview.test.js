import assert from "node:assert/strict";
import { test } from "node:test";

import { preview } from "../../static/capture/preview.js";
import { decoded } from "../../static/capture/reader/charset.js";

const bytes = (text) => new TextEncoder().encode(text);
const shown = (text) => preview(bytes(text));

test("a vCard shows its name, company, title, e-mail and phone", () => {
  const text = [
    "BEGIN:VCARD", "VERSION:3.0", "N:Weber;Anna;;;", "FN:Anna Weber", "ORG:Brückner;Extrusion",
    "TITLE:Head of Procurement", "EMAIL;TYPE=INTERNET:anna@brueckner.example", "TEL:+49 8662 630",
    "END:VCARD",
  ].join("\r\n");

  const { name, company, job_title, email, phone } = shown(text);

  assert.deepEqual(
    { name, company, job_title, email, phone },
    {
      name: "Anna Weber",
      company: "Brückner",
      job_title: "Head of Procurement",
      email: "anna@brueckner.example",
      phone: "+49 8662 630",
    },
  );
});

test("a vCard without FN shows the parts of N in speaking order", () => {
  assert.equal(shown("BEGIN:VCARD\nN:Weber;Anna;Maria;;\nEND:VCARD").name, "Anna Maria Weber");
});

test("a vCard line that goes on in the next line is read whole", () => {
  assert.equal(shown("BEGIN:VCARD\nFN:Anna\n  Weber\nEND:VCARD").name, "Anna Weber");
});

test("escaped signs of a vCard are shown as they are meant", () => {
  assert.equal(shown("BEGIN:VCARD\nFN:A\nORG:Weber\\, Sohn\nEND:VCARD").company, "Weber, Sohn");
});

test("quoted-printable is read, also where a letter is cut by a line's end", () => {
  const text = "BEGIN:VCARD\nFN;ENCODING=QUOTED-PRINTABLE:J=C3=\n=BCrgen\nORG:Weber\nEND:VCARD";

  assert.equal(shown(text).name, "Jürgen");
});

test("quoted-printable of no such charset is left to the server rather than shown garbled", () => {
  const text = "BEGIN:VCARD\nFN;ENCODING=QUOTED-PRINTABLE:J=FC=FFrgen\nORG:Weber\nEND:VCARD";

  assert.equal(shown(text).name, "");
});

test("the show's mapping says which column is what", () => {
  const mapping = { delimiter: "|", fields: ["badge_id", "", "company", "name"] };

  const { name, company, badge_number } = preview(bytes("7|x|Brückner|Anna Weber"), mapping);

  assert.deepEqual([name, company, badge_number], ["Anna Weber", "Brückner", "7"]);
});

test("a payload that does not fit the mapping is left to its looks", () => {
  const mapping = { delimiter: "|", fields: ["name", "company"] };

  assert.equal(preview(bytes("a|b|c|d|e"), mapping).name, "");
});

test("a MECARD shows the given name first", () => {
  const { name, company, phone } = shown("MECARD:N:Weber,Anna;ORG:Brückner;TEL:+498662;;");

  assert.deepEqual([name, company, phone], ["Anna Weber", "Brückner", "+498662"]);
});

test("JSON shows names however the organiser calls them", () => {
  const text = '{"visitor":{"firstName":"Anna","lastName":"Weber","Company":"Brückner"}}';

  assert.deepEqual([shown(text).name, shown(text).company], ["Anna Weber", "Brückner"]);
});

test("delimited text shows a name when its parts can be nothing else", () => {
  const { name, company, email } = shown("104711^Anna^Weber^Brückner GmbH^anna@b.example");

  assert.deepEqual([name, company, email], ["Anna Weber", "Brückner GmbH", "anna@b.example"]);
});

test("two names of which neither says that it is the given one are left to the server", () => {
  assert.equal(shown("4712|Haraldsen|Solveig|Fjord AB").name, "");
});

for (const text of ["REG-004711", "4006381333931", "https://badge.example/t/9xK2", "a|b", "7|Anna|Brueckner|", "WIFI:S:x;P:y;;"]) {
  test(`${text} shows no name, and its text`, () => {
    assert.equal(shown(text).name, "");
    assert.equal(shown(text).text, text);
  });
}

test("a Chinese badge in GB 2312 is shown in Chinese", () => {
  const gb2312 = Uint8Array.from([0xb3, 0xc2, 0xc3, 0xc0, 0xc1, 0xe1]);

  assert.equal(decoded(gb2312).text, "陈美玲");
});

test("bytes of no charset at all are shown as something, not thrown", () => {
  assert.equal(typeof preview(Uint8Array.from([0xff, 0xfe, 0x00, 0x81])).text, "string");
});

test("an empty payload shows nobody", () => {
  assert.equal(preview(new Uint8Array()).name, "");
});
