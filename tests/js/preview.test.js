import assert from "node:assert/strict";
import { test } from "node:test";

import { decoded, preview } from "../../static/capture/preview.js";

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

test("quoted-printable is left to the server rather than shown garbled", () => {
  const text = "BEGIN:VCARD\nFN;ENCODING=QUOTED-PRINTABLE:J=C3=BCrgen\nORG:Weber\nEND:VCARD";

  assert.equal(shown(text).name, "");
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

for (const text of ["REG-004711", "4006381333931", "https://badge.example/t/9xK2", "a|b", "7|Anna|Brueckner|", "WIFI:S:x;P:y;;"]) {
  test(`${text} shows no name, and its text`, () => {
    assert.equal(shown(text).name, "");
    assert.equal(shown(text).text, text);
  });
}

test("a Chinese badge in GB 2312 is shown in Chinese", () => {
  const gb2312 = Uint8Array.from([0xb3, 0xc2, 0xc3, 0xc0, 0xc1, 0xe1]);

  assert.equal(decoded(gb2312), "陈美玲");
});

test("bytes of no charset at all are shown as something, not thrown", () => {
  assert.equal(typeof preview(Uint8Array.from([0xff, 0xfe, 0x00, 0x81])).text, "string");
});

test("an empty payload shows nobody", () => {
  assert.equal(preview(new Uint8Array()).name, "");
});
