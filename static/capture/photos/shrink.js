/** Draws a photo anew, upright and small, away from the page. What the camera wrote beside the
 *  picture (place, time, phone) stays behind. */

import { fitted, QUALITY } from "./fit.js";

onmessage = async ({ data: file }) => {
  try {
    const bytes = await drawn(file);
    postMessage({ bytes }, [bytes]);
  } catch (problem) {
    postMessage({ problem: String(problem) });
  }
};

async function drawn(file) {
  const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
  const { width, height } = fitted(picture.width, picture.height);
  const canvas = new OffscreenCanvas(width, height);
  const brush = canvas.getContext("2d");
  brush.fillStyle = "white"; // under what is see-through
  brush.fillRect(0, 0, width, height);
  brush.imageSmoothingQuality = "high";
  brush.drawImage(picture, 0, 0, width, height);
  picture.close();
  const blob = await canvas.convertToBlob({ type: "image/jpeg", quality: QUALITY });
  return blob.arrayBuffer();
}
