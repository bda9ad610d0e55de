/** What staff hear and feel: they look at the visitor, not at the phone. */

let sound = null;

// A browser lets a page make sound and shake only after somebody has touched it.
addEventListener("pointerdown", () => ready(), { once: true, capture: true });

export function tick() {
  shake(60);
  play(1320, 0.09);
}

export function done() {
  shake([30, 40, 30]);
  play(1760, 0.12);
}

function shake(pattern) {
  if (navigator.userActivation?.hasBeenActive ?? true) navigator.vibrate?.(pattern);
}

function ready() {
  sound ??= globalThis.AudioContext ? new AudioContext() : null;
  if (sound?.state === "suspended" && navigator.userActivation?.hasBeenActive) sound.resume();
  return sound?.state === "running" ? sound : null;
}

function play(pitch, seconds) {
  if (!navigator.userActivation?.hasBeenActive) return;
  const context = ready();
  if (!context) return;
  const tone = new OscillatorNode(context, { frequency: pitch, type: "sine" });
  const loudness = new GainNode(context, { gain: 0.18 });
  loudness.gain.exponentialRampToValueAtTime(0.001, context.currentTime + seconds);
  tone.connect(loudness).connect(context.destination);
  tone.start();
  tone.stop(context.currentTime + seconds);
}
