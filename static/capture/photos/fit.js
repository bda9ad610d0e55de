/** How large a photo is kept: enough to read the small print of a card, and no more. */

export const LONGEST_SIDE = 1600;
export const QUALITY = 0.8;

export function fitted(width, height, longest = LONGEST_SIDE) {
  const scale = Math.min(1, longest / Math.max(width, height));
  const side = (length) => Math.max(1, Math.round(length * scale));
  return { width: side(width), height: side(height) };
}
