const zone = "Europe/Berlin";

// Swedish writes dates as ISO does: "2026-11-24 17:30:00".
const clock = new Intl.DateTimeFormat("sv", { timeZone: zone, dateStyle: "short", timeStyle: "medium" });

/** The calendar day of an instant on the clocks of the town: "2026-11-24". */
export const dayOf = (instant: Date): string => clock.format(instant).slice(0, 10);

/** The time of an instant on the clocks of the town: "17:30". */
export const timeOf = (instant: Date): string => clock.format(instant).slice(11, 16);

const shown = (instant: Date): number => Date.parse(`${clock.format(instant).replace(" ", "T")}Z`);

/**
 * The instant at which the clocks of the town show this day and time. An hour that summer time skips counts on from
 * before it; of an hour that comes twice the first is meant.
 */
export const instantOf = (day: string, time = "00:00"): Date => {
  const wanted = Date.parse(`${day}T${time}:00Z`);
  // The offset is looked up on both sides of the hour, since it may change within it.
  const before = shown(new Date(wanted - 86_400_000)) - (wanted - 86_400_000);
  const after = shown(new Date(wanted + 86_400_000)) - (wanted + 86_400_000);
  const fitting = [wanted - before, wanted - after].filter((instant) => shown(new Date(instant)) === wanted);
  return new Date(fitting.length > 0 ? Math.min(...fitting) : wanted - before);
};

/** The day so many days later (or earlier), whatever the clocks do in between. */
export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
