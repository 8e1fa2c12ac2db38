/**
 * Where the addon differs from the original on purpose. Each departure wraps the original's
 * builder, so the goldens, the fuzz and the comparisons all expect the same change.
 *
 * `docs/departures.md` says when to add one and how.
 *
 * @typedef {object} Departure
 * @property {string} name what differs, as a short phrase
 * @property {string} reason why users are better off with it
 * @property {(build: Function) => Function} depart the original's builder, changed
 */

/** @type {Departure[]} */
export const DEPARTURES = [];

/** The original's builder with all departures applied, in order. */
export const withDepartures = (build, departures = DEPARTURES) =>
  departures.reduce((departed, { depart }) => depart(departed), build);
