const zone = "Europe/Berlin";
const dayMilliseconds = 86_400_000;

const wallClock = new Intl.DateTimeFormat("sv", {
  timeZone: zone,
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
});

const shown = (instant: Date): number => Date.parse(`${wallClock.format(instant).replace(" ", "T")}:00Z`);

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

/** The calendar day here, as "2026-11-24". */
export const dayOf = (instant: Date): string => wallClock.format(instant).slice(0, 10);

/** The time of day here, as "14:30". */
export const timeOf = (instant: Date): string => wallClock.format(instant).slice(11, 16);

/** The day so many days later, or earlier. */
export const plusDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T12:00:00Z`) + days * dayMilliseconds).toISOString().slice(0, 10);

/** Monday 0 to Sunday 6. */
export const weekdayOf = (day: string): number => (new Date(`${day}T12:00:00Z`).getUTCDay() + 6) % 7;

/** The Monday of the week that holds this day. */
export const mondayOf = (day: string): string => plusDays(day, -weekdayOf(day));
