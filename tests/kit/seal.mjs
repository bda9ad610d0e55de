// Seals standard input for the public key (base64) that is given, as a phone does; base64 out.
// With a private key of its own as JWK, the seal is the same every time.
import { seal } from "../../static/offline/seal.js";

const [publicKey, jwk] = process.argv.slice(2);
const CURVE = { name: "ECDH", namedCurve: "P-256" };

const parts = [];
for await (const part of process.stdin) parts.push(part);
const sealed = await seal(publicKey, Buffer.concat(parts), { once: jwk && (await pairOf(JSON.parse(jwk))) });
process.stdout.write(Buffer.from(sealed).toString("base64"));

async function pairOf({ kty, crv, x, y, d }) {
  return {
    privateKey: await crypto.subtle.importKey("jwk", { kty, crv, x, y, d }, CURVE, false, ["deriveBits"]),
    publicKey: await crypto.subtle.importKey("jwk", { kty, crv, x, y }, CURVE, true, []),
  };
}
