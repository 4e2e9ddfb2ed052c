const zone = "Europe/Berlin";
const minute = 60_000;
const dayMilliseconds = 86_400_000;

const wallClock = new Intl.DateTimeFormat("sv", {
  timeZone: zone,
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
});

/** How far the clock on the wall is ahead of universal time at this instant, in milliseconds. */
const offsetAt = (instant: Date): number => {
  const wall = Date.parse(`${wallClock.format(instant).replace(" ", "T")}:00Z`);
  return wall - Math.floor(+instant / minute) * minute;
};

/**
 * The instant at which clocks here show this day ("2026-11-24") and time ("14:30").
 * An hour that the change to summer time leaves out is read as the hour after it.
 */
export const instantAt = (day: string, time = "00:00"): Date => {
  const wall = Date.parse(`${day}T${time}:00Z`);
  const guess = wall - offsetAt(new Date(wall));
  return new Date(wall - offsetAt(new Date(guess)));
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
