/** A batch made small for a slow hall, where the browser can: it says much the same fifty times. */

const WORTH_IT = 4 * 1024;

/** The request with its text packed; as it was where that is short, or cannot be done. */
export async function packed(request) {
  const isWorthIt = typeof request.body === "string" && request.body.length >= WORTH_IT;
  if (!isWorthIt || !globalThis.CompressionStream) return request;
  try {
    const small = new Blob([request.body]).stream().pipeThrough(new CompressionStream("gzip"));
    const body = await new Response(small).arrayBuffer();
    return { ...request, body, headers: { ...request.headers, "Content-Encoding": "gzip" } };
  } catch {
    return request;
  }
}
