/** Watching through the camera. The decoder is large: it arrives after the page has. */

import { readPhoto } from "./scanner/photo.js";
import { Scanner } from "./scanner/scanner.js";
import { looksLikeBadge } from "./scanner/sightings.js";
import { Watch } from "./scanner/watch.js";
import { base64 } from "./payload.js";

export function scanning({ view, texts, onBadge }) {
  const scanner = new Scanner();
  const watch = new Watch({
    camera: view.camera,
    scanner,
    onBadge,
    onOther: (read) => view.hint(refusal(read)),
    onFailed: () => view.showProblem("reader"),
  });
  const refusal = ({ symbology }) => (symbology === "qr_code" ? texts.no_badge : texts.product);

  return {
    start: () => watch.start(),
    pause: () => watch.pause(),
    async photo(file) {
      const read = await readPhoto(file, scanner).catch(() => null);
      if (!read || !looksLikeBadge(read)) return read && null;
      return { payload_b64: base64(read.bytes), symbology: read.symbology };
    },
  };
}
