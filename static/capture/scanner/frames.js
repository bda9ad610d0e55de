/** Which part of a picture to read, and how: the quick look first, one other look in turn. */

export const SIDE = 720;
const QUIET = 400;

/** A look is a crop of the picture, drawn `out` pixels wide and high. */
export function quickLook(width, height) {
  return centre("quick", width, height, 1, SIDE);
}

/** The other looks, by name, in the order in which their turn comes. */
const OTHERS = [
  (width, height) => whole("full", width, height, 1920),
  (width, height) => centre("enlarged", width, height, 0.67, 1.5 * SIDE),
  (width, height) => ({ ...centre("stretched", width, height, 1, SIDE), stretched: true }),
  (width, height) => ({ ...whole("level", width, height, 1280), levelled: true }),
  (width, height) => whole("half", width, height, Math.max(width, height) / 2),
];

/** Takes turns while nothing has been read for a moment. */
export class Turns {
  #turn = 0;
  #readAt;

  constructor(now = 0) {
    this.#readAt = now;
  }

  read(now) {
    this.#readAt = now;
  }

  looks(width, height, now) {
    const quick = quickLook(width, height);
    if (now - this.#readAt < QUIET) return [quick];
    const other = OTHERS[this.#turn % OTHERS.length](width, height);
    this.#turn += 1;
    return [quick, other];
  }
}

/** Everything worth trying on a photograph that somebody waits for. */
export function photoLooks(width, height) {
  const sizes = [1280, 2560, 800, 4096].map((size) => whole(`${size}`, width, height, size));
  return [
    ...sizes.filter((look, place) => place === 0 || sizes[place - 1].out.width !== look.out.width),
    centre("enlarged", width, height, 0.5, 1.5 * SIDE),
    { ...whole("stretched", width, height, 1280), stretched: true },
    { ...whole("level", width, height, 1600), levelled: true },
  ];
}

function centre(name, width, height, share, side) {
  const crop = Math.round(Math.min(width, height) * share);
  const out = Math.round(Math.min(side, crop * 1.5));
  return {
    name,
    x: Math.round((width - crop) / 2),
    y: Math.round((height - crop) / 2),
    width: crop,
    height: crop,
    out: { width: out, height: out },
  };
}

function whole(name, width, height, longest) {
  const scale = Math.min(1, longest / Math.max(width, height));
  const out = { width: Math.round(width * scale), height: Math.round(height * scale) };
  return { name, x: 0, y: 0, width, height, out };
}

/** Stretches the contrast of RGBA pixels in place: the darkest and lightest hundredth become ends. */
export function stretch(pixels) {
  const counts = new Uint32Array(256);
  for (let at = 1; at < pixels.length; at += 4) counts[pixels[at]] += 1;
  const low = level(counts, pixels.length / 400);
  const high = 255 - level(counts.slice().reverse(), pixels.length / 400);
  const scale = 255 / Math.max(1, high - low);
  for (let at = 0; at < pixels.length; at += 4) {
    const grey = (pixels[at + 1] - low) * scale;
    pixels[at] = grey;
    pixels[at + 1] = grey;
    pixels[at + 2] = grey;
  }
  return pixels;
}

function level(counts, few) {
  let seen = 0;
  return Math.max(0, counts.findIndex((count) => (seen += count) > few));
}
