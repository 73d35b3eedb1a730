// Days, months and years as readers write them.

const WRITTEN = /^(\d{4})(?:([年./-])(\d\d?)(?:([月./-])(\d\d?)日?)?)?[年月./-]?$/;
const CLOSED = /^(\d{4})(\d\d)(\d\d)$/;

/**
 * What was written: 2024年4月12日, 2024-04-12, 2024.4.12, 2024/4/12, 20240412; 2024年4月; 2024年.
 * Undefined when it is no time, or none that there is.
 * @returns {{first: string, last: string, name: string}|undefined} the first and the last day of
 *   it, and itself: all ISO, so that the name of a month is 2024-04
 */
export function timeOf(written) {
  const plain = written.normalize("NFKC").replace(/\s/g, "");
  const closed = CLOSED.exec(plain);
  const open = WRITTEN.exec(plain);
  if (!closed && !open) return undefined;
  const [year, month, day] = (closed ? closed.slice(1) : [open[1], open[3], open[5]]).map((part) => part?.padStart(2, "0"));
  const name = [year, month, day].filter(Boolean).join("-");
  const first = `${year}-${month ?? "01"}-${day ?? "01"}`;
  if (!isDay(first)) return undefined;
  const last = day ? first : `${year}-${month ?? "12"}-${lastOf(year, month ?? 12)}`;
  return { first, last, name };
}

/** Whether there is such a day: not 2024-02-30. */
function isDay(iso) {
  const time = Date.parse(`${iso}T00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(iso);
}

/** The last day of a month. */
function lastOf(year, month) {
  return [31, 30, 29, 28].find((day) => isDay(`${year}-${String(month).padStart(2, "0")}-${day}`));
}

/** Two days in their order; either may be "", for no limit. */
export function inOrder(from, to) {
  return from && to && from > to ? [to, from] : [from, to];
}
