/** How it stands with what this phone keeps: the one thing to say about it, the most pressing first. */

export const BROKEN = Object.freeze({ says: "broken", state: "fault", count: 0, at: null });

const RECENT = 12 * 60 * 60 * 1000;

const NO_PHOTOS = Object.freeze({ waiting: 0, refused: 0 });

/** null where there is nothing to say. `photos` are those whose capture has left already. */
export function standing({ waiting, refused, photos = NO_PHOTOS, signIn = false, sentAt = null, now }) {
  if (waiting && signIn) return said("signIn", "fault", waiting);
  if (photos.waiting && signIn) return said("signInPhotos", "fault", photos.waiting);
  if (refused) return said("look", "fault", refused + photos.refused);
  if (photos.refused) return said("lookPhotos", "fault", photos.refused);
  if (waiting) return said("waiting", "waiting", waiting);
  if (photos.waiting) return said("photos", "waiting", photos.waiting);
  // A clock that was set back would call it sent later than now.
  const isRecent = sentAt && now >= sentAt && now - sentAt <= RECENT;
  return isRecent ? said("sent", "sent", 0, sentAt) : null;
}

/** The sentence for it out of a page's own words: "waitingOne" for one, "waiting" for more. */
export function sentenceOf({ says, count, at }, words) {
  const sentence = (count === 1 && words[`${says}One`]) || words[says] || "";
  return sentence.replace("{count}", count).replace("{time}", () => clock(at, words.language));
}

export function clock(at, language) {
  return new Date(at).toLocaleTimeString(language, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
}

function said(says, state, count, at = null) {
  return { says, state, count, at };
}
