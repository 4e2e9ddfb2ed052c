import ICAL from "ical.js";

/** Events in the file; each may be a series. */
export const mostInFile = 2_000;

type Parsed = {
  readonly calendar: ICAL.Component;
  readonly events: readonly ICAL.Component[];
  readonly broken: number;
};

const parseWhole = (text: string): ICAL.Component | undefined => {
  try {
    const parsed = ICAL.parse(text);
    // Several calendars in one file: the first is the one that was meant.
    const jcal = Array.isArray(parsed[0]) ? parsed[0] : parsed;
    const calendar = new ICAL.Component(jcal);
    return calendar.name === "vcalendar" ? calendar : undefined;
  } catch {
    return undefined;
  }
};

/** The events of a file, each for itself, and what stands around them. */
const split = (text: string): { readonly around: string; readonly pieces: readonly string[] } => {
  const around: string[] = [];
  const pieces: string[] = [];
  let inside: string[] | undefined;
  for (const line of text.split(/\r?\n/u)) {
    const mark = line.trim().toUpperCase();
    if (mark === "BEGIN:VEVENT") inside = [];
    (inside ?? around).push(line);
    if (mark !== "END:VEVENT" || !inside) continue;
    pieces.push(inside.join("\r\n"));
    inside = undefined;
  }
  return { around: around.join("\r\n"), pieces };
};

// One line that makes no sense must not cost the whole calendar: then each event is read by itself.
const parsePieces = (text: string): Parsed | undefined => {
  const { around, pieces } = split(text);
  const calendar = parseWhole(around);
  if (!calendar || pieces.length > mostInFile) return undefined;
  const events = pieces.flatMap(
    (piece) =>
      parseWhole(`BEGIN:VCALENDAR\r\n${piece}\r\nEND:VCALENDAR\r\n`)?.getAllSubcomponents("vevent") ?? [],
  );
  return { calendar, events, broken: pieces.length - events.length };
};

/** The calendar of a file and its events; nothing when it is no calendar. Pieces that are broken are counted. */
export const parse = (whole: string): Parsed | undefined => {
  if (!/^\uFEFF?\s*BEGIN:VCALENDAR/iu.test(whole)) return undefined;
  const text = whole.replace(/^\uFEFF?\s*/u, "");
  const calendar = parseWhole(text);
  return calendar
    ? { calendar, events: calendar.getAllSubcomponents("vevent"), broken: 0 }
    : parsePieces(text);
};
