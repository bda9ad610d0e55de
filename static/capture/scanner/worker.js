/** Reads codes away from the page: a picture comes in, what it says goes out. */

import { prepareZXingModule, readBarcodes } from "../../vendor/zxing-reader.js";
import { photoLooks, stretch, Turns } from "./frames.js";
import { looksLikeBadge, mostLikely } from "./sightings.js";
import { tilt } from "./tilt.js";

const WASM = new URL("../../vendor/zxing_reader.wasm", import.meta.url).href;
const NAMES = {
  QRCode: "qr_code",
  MicroQRCode: "micro_qr_code",
  PDF417: "pdf417",
  DataMatrix: "data_matrix",
  Aztec: "aztec",
  Code128: "code_128",
  Code39: "code_39",
  ITF: "itf",
  EAN13: "ean_13",
};
const OPTIONS = { formats: Object.keys(NAMES), tryHarder: true, tryDownscale: true };
const NEAR = 0.3;

const turns = new Turns(performance.now());
const canvas = new OffscreenCanvas(1, 1);
const brush = canvas.getContext("2d", { willReadFrequently: true });

prepareZXingModule({ overrides: { locateFile: () => WASM }, fireImmediately: true }).then(
  () => postMessage({ ready: true }),
  (problem) => postMessage({ failed: String(problem) }),
);

onmessage = async ({ data: { picture, photo } }) => {
  const read = await readIn(picture, photo);
  picture.close();
  postMessage({ read, photo });
};

async function readIn(picture, photo) {
  const { width, height } = picture;
  const looks = photo ? photoLooks(width, height) : turns.looks(width, height, performance.now());
  let product = null;
  for (const look of looks) {
    const read = await readLook(picture, look);
    if (read) turns.read(performance.now());
    if (read && looksLikeBadge(read)) return read;
    product ??= read;
  }
  return product;
}

async function readLook(picture, look) {
  const pixels = drawn(picture, look);
  const [first] = await reads(pixels, 1);
  if (!first || (first.distance < NEAR && looksLikeBadge(first))) return first ?? null;
  return mostLikely([first, ...(await reads(pixels, 8))]);
}

function drawn(picture, look) {
  const { width, height } = look.out;
  paint(picture, look, 0);
  let pixels = brush.getImageData(0, 0, width, height);
  if (look.levelled) {
    paint(picture, look, tilt(pixels.data, width, height));
    pixels = brush.getImageData(0, 0, width, height);
  }
  if (look.stretched) stretch(pixels.data);
  return pixels;
}

function paint(picture, look, angle) {
  const { width, height } = look.out;
  if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
  brush.setTransform(1, 0, 0, 1, width / 2, height / 2);
  brush.rotate(angle);
  brush.drawImage(
    picture,
    look.x, look.y, look.width, look.height,
    -width / 2, -height / 2, width, height,
  );
}

async function reads(pixels, most) {
  const found = await readBarcodes(pixels, { ...OPTIONS, maxNumberOfSymbols: most });
  return found.filter((code) => code.isValid && code.bytes.length).map((code) => said(code, pixels));
}

function said({ bytes, text, format, symbology, position }, { width, height }) {
  const corners = [position.topLeft, position.topRight, position.bottomRight, position.bottomLeft];
  const middle = (axis) => corners.reduce((sum, corner) => sum + corner[axis], 0) / 4;
  return {
    bytes,
    text,
    symbology: NAMES[format] ?? NAMES[symbology] ?? format.toLowerCase(),
    distance: Math.hypot(middle("x") / width - 0.5, middle("y") / height - 0.5),
  };
}
