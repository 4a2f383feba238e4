// @ts-check

// Every access is guarded: localStorage throws when it is blocked, full or on some file:// pages.

/**
 * @param {string} key
 * @returns {string | null} null also when the store cannot be read
 */
export function readItem(key) {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/**
 * @param {string} key
 * @param {string | null} text null removes the item
 * @returns {boolean} whether the store took it
 */
export function writeItem(key, text) {
  try {
    if (text === null) {
      localStorage.removeItem(key);
    } else {
      localStorage.setItem(key, text);
    }
    return true;
  } catch {
    return false;
  }
}
