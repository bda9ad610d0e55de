/** The camera: the one at the back, its light, and coming back after the phone has slept. */

const SHARP = { width: { ideal: 1920 }, height: { ideal: 1080 } };
const PROBLEMS = {
  NotAllowedError: "denied",
  SecurityError: "denied",
  NotFoundError: "missing",
  OverconstrainedError: "missing",
  NotReadableError: "busy",
  AbortError: "busy",
};

/** Why there can be no camera here, before anybody is asked: "" when there can. */
export function obstacle({ navigator, isSecureContext }) {
  if (/MicroMessenger/i.test(navigator.userAgent)) return "wechat";
  if (!isSecureContext) return "insecure";
  return navigator.mediaDevices?.getUserMedia ? "" : "missing";
}

export class Camera {
  #video;
  #devices;
  #stream = null;
  #chosen = null;
  #starting = null;

  constructor({ video, devices }) {
    this.#video = video;
    this.#devices = devices;
  }

  get isOn() {
    return this.#stream?.getVideoTracks().some((track) => track.readyState === "live") ?? false;
  }

  /** Resolves to "" or to the name of the problem. */
  start() {
    this.#starting ??= this.#open().finally(() => {
      this.#starting = null;
    });
    return this.#starting;
  }

  stop() {
    this.#stream?.getTracks().forEach((track) => track.stop());
    this.#stream = null;
  }

  async #open() {
    this.stop();
    const choice = this.#chosen
      ? { deviceId: { exact: this.#chosen } }
      : { facingMode: { ideal: "environment" } };
    try {
      this.#stream = await this.#devices.getUserMedia({ audio: false, video: { ...choice, ...SHARP } });
      this.#video.srcObject = this.#stream;
      await this.#video.play();
      return "";
    } catch (problem) {
      this.#chosen = null;
      return PROBLEMS[problem?.name] ?? "busy";
    }
  }

  async others() {
    const all = await this.#devices.enumerateDevices();
    return all.filter((device) => device.kind === "videoinput");
  }

  async next() {
    const ids = (await this.others()).map((device) => device.deviceId);
    const present = this.#track?.getSettings().deviceId;
    this.#chosen = ids[(ids.indexOf(present) + 1) % ids.length] ?? null;
    return this.start();
  }

  get hasTorch() {
    return Boolean(this.#track?.getCapabilities?.().torch);
  }

  async light(on) {
    await this.#track?.applyConstraints({ advanced: [{ torch: on }] });
  }

  /** The picture of this moment, or null while there is none. */
  async picture() {
    if (!this.isOn || this.#video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA) return null;
    return createImageBitmap(this.#video);
  }

  get #track() {
    return this.#stream?.getVideoTracks()[0];
  }
}
