/** How far the bars of a code are turned: one dominant direction of edges tells it. */

const BLOCK = 24;
const COHERENT = 0.55;

/** The angle in radians by which RGBA pixels must be turned to set the bars upright, or 0. */
export function tilt(pixels, width, height) {
  let best = { energy: 0, angle: 0 };
  for (let top = 1; top + BLOCK < height; top += BLOCK) {
    for (let left = 1; left + BLOCK < width; left += BLOCK) {
      const found = block(pixels, width, left, top);
      if (found.energy > best.energy) best = found;
    }
  }
  return best.angle;
}

// The structure tensor of one block: edges that agree on a direction have a high coherence.
function block(pixels, width, left, top) {
  let xx = 0;
  let yy = 0;
  let xy = 0;
  for (let y = top; y < top + BLOCK; y += 1) {
    for (let x = left; x < left + BLOCK; x += 1) {
      const at = 4 * (y * width + x) + 1;
      const dx = pixels[at + 4] - pixels[at - 4];
      const dy = pixels[at + 4 * width] - pixels[at - 4 * width];
      xx += dx * dx;
      yy += dy * dy;
      xy += dx * dy;
    }
  }
  const sum = xx + yy;
  const agreed = Math.hypot(xx - yy, 2 * xy);
  if (!sum || agreed / sum < COHERENT) return { energy: 0, angle: 0 };
  return { energy: agreed, angle: -Math.atan2(2 * xy, xx - yy) / 2 };
}
