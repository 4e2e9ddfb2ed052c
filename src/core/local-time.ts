/** The clocks of the towns: all of them stand in Germany. */
export const zone = "Europe/Berlin";
const hourMilliseconds = 3_600_000;
const dayMilliseconds = 24 * hourMilliseconds;

// Swedish writes dates as ISO does: "2026-11-24 17:30:00".
const clock = new Intl.DateTimeFormat("sv", { timeZone: zone, dateStyle: "short", timeStyle: "medium" });

const knownDays = new Map<number, string>();

/** The calendar day here, as "2026-11-24". */
export const dayOf = (instant: Date): string => {
  // Since 1893 every day in Berlin begins at a full hour, so all moments of an hour share their day.
  const hour = Math.floor(+instant / hourMilliseconds);
  const known = hour < 0 ? undefined : knownDays.get(hour);
  if (known !== undefined) return known;
  const day = clock.format(instant).slice(0, 10);
  if (knownDays.size >= 10_000) knownDays.clear();
  if (hour >= 0) knownDays.set(hour, day);
  return day;
};

/** The time of day here, as "14:30". */
export const timeOf = (instant: Date): string => clock.format(instant).slice(11, 16);

const shown = (instant: Date): number => Date.parse(`${clock.format(instant).replace(" ", "T")}Z`);

/**
 * The instant at which clocks here show this day ("2026-11-24") and time ("14:30"). An hour that summer time skips
 * counts on from before it; of an hour that comes twice the first is meant.
 */
export const instantAt = (day: string, time = "00:00"): Date => {
  const wanted = Date.parse(`${day}T${time}:00Z`);
  // The offset is looked up on both sides of the hour, since it may change within it.
  const before = shown(new Date(wanted - dayMilliseconds)) - (wanted - dayMilliseconds);
  const after = shown(new Date(wanted + dayMilliseconds)) - (wanted + dayMilliseconds);
  const fitting = [wanted - before, wanted - after].filter((instant) => shown(new Date(instant)) === wanted);
  return new Date(fitting.length > 0 ? Math.min(...fitting) : wanted - before);
};

/** The day so many days later, or earlier, whatever the clocks do in between. */
export const plusDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T12:00:00Z`) + days * dayMilliseconds).toISOString().slice(0, 10);

/** Monday 0 to Sunday 6. */
export const weekdayOf = (day: string): number => (new Date(`${day}T12:00:00Z`).getUTCDay() + 6) % 7;

/** The Monday of the week that holds this day. */
export const mondayOf = (day: string): string => plusDays(day, -weekdayOf(day));
