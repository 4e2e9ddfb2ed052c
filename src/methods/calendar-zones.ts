import type ICAL from "ical.js";
import { zone as ours } from "#core/local-time.ts";

/** What Windows and Outlook call the zones from which somebody here may have events; source: CLDR, windowsZones. */
const windowsNames: Readonly<Record<string, string>> = {
  "W. Europe Standard Time": "Europe/Berlin",
  "Central Europe Standard Time": "Europe/Budapest",
  "Central European Standard Time": "Europe/Warsaw",
  "Romance Standard Time": "Europe/Paris",
  "GMT Standard Time": "Europe/London",
  "Greenwich Standard Time": "Atlantic/Reykjavik",
  "E. Europe Standard Time": "Europe/Chisinau",
  "FLE Standard Time": "Europe/Kiev",
  "GTB Standard Time": "Europe/Bucharest",
  "Russian Standard Time": "Europe/Moscow",
  "Turkey Standard Time": "Europe/Istanbul",
  "Israel Standard Time": "Asia/Jerusalem",
  "Eastern Standard Time": "America/New_York",
  "Central Standard Time": "America/Chicago",
  "Mountain Standard Time": "America/Denver",
  "Pacific Standard Time": "America/Los_Angeles",
  "India Standard Time": "Asia/Kolkata",
  "China Standard Time": "Asia/Shanghai",
  "Tokyo Standard Time": "Asia/Tokyo",
  UTC: "UTC",
};

const known = new Map<string, boolean>();

const isZone = (name: string): boolean => {
  const before = known.get(name);
  if (before !== undefined) return before;
  let fine = /^[A-Za-z_+\-/]+[0-9]*$/u.test(name);
  try {
    if (fine) new Intl.DateTimeFormat("en", { timeZone: name });
  } catch {
    fine = false;
  }
  if (known.size > 2_000) known.clear();
  known.set(name, fine);
  return fine;
};

/** The IANA name in "/freeassociation.sourceforge.net/Europe/Berlin", "(UTC+01:00) W. Europe Standard Time" and the like. */
const named = (text: string): string | undefined => {
  const name = text.trim().replace(/^"|"$/gu, "");
  const windows = Object.keys(windowsNames).find((one) => name === one || name.endsWith(` ${one}`));
  if (windows) return windowsNames[windows];
  if (isZone(name)) return name;
  const tail = name.split("/").slice(-2).join("/");
  return tail !== name && tail.includes("/") && isZone(tail) ? tail : undefined;
};

/** Zones by their offset in winter and in summer, in minutes, for files that make up a name of their own. */
const byOffsets: Readonly<Record<string, string>> = {
  "0 60": "Europe/London",
  "0 0": "UTC",
  "60 120": "Europe/Berlin",
  "120 180": "Europe/Helsinki",
  "180 180": "Europe/Moscow",
  "-300 -240": "America/New_York",
  "-480 -420": "America/Los_Angeles",
};

const offsetOf = (zone: ICAL.Component, part: "standard" | "daylight"): number | undefined => {
  const text = String(zone.getAllSubcomponents(part).at(-1)?.getFirstPropertyValue("tzoffsetto") ?? "");
  const [, sign, hours, minutes] = /^([+-])(\d\d):?(\d\d)/u.exec(text) ?? [];
  return sign === undefined ? undefined : Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes));
};

const described = (zone: ICAL.Component): string | undefined => {
  const where = String(zone.getFirstPropertyValue("x-lic-location") ?? "");
  if (where !== "" && isZone(where)) return where;
  const winter = offsetOf(zone, "standard") ?? offsetOf(zone, "daylight");
  return winter === undefined ? undefined : byOffsets[`${winter} ${offsetOf(zone, "daylight") ?? winter}`];
};

/**
 * The zone of the world behind a name in a calendar file, which may be our own kind, one of Windows or one described in
 * the file. Rules of the file's own are not followed, only what they amount to; whatever stays unknown is our zone.
 */
export const zoneFinder = (calendar: ICAL.Component): ((name: string | undefined) => string) => {
  const inFile = new Map<string, string>();
  for (const zone of calendar.getAllSubcomponents("vtimezone").slice(0, 50)) {
    const name = String(zone.getFirstPropertyValue("tzid") ?? "");
    const found = described(zone);
    if (found) inFile.set(name, found);
  }
  const usual = named(String(calendar.getFirstPropertyValue("x-wr-timezone") ?? "")) ?? ours;
  return (name) => (name === undefined ? usual : (named(name) ?? inFile.get(name) ?? usual));
};
