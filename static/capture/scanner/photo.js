/** A code in a picture that somebody picked. */

/** What the photo says; null when no code is in it; undefined when it is no picture. */
export async function readPhoto(file, scanner) {
  let picture;
  try {
    picture = await createImageBitmap(file, { imageOrientation: "from-image" });
  } catch {
    return undefined;
  }
  return scanner.read(picture, { photo: true });
}
