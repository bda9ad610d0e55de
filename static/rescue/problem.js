/** Why a file cannot be taken in: a word that the page has a sentence for. */

export class RescueProblem extends Error {
  constructor(reason) {
    super(reason);
    this.reason = reason;
  }
}

export const NO_RESCUE_FILE = "no_rescue_file";
export const CUT = "cut";
export const DAMAGED = "damaged";
export const NEWER = "newer";
export const WRONG_PASSPHRASE = "wrong_passphrase";
export const OTHER_EXHIBITOR = "other_exhibitor";
export const SEALED = "sealed";
