import { drawFrom } from "./assignment-example.ts";
import { Plan } from "./assignment-plan.ts";

type Size = { readonly seed: number; readonly helpers: number; readonly days?: number };

const startOfFestival = Date.parse("2027-06-11T00:00:00+02:00");
const minute = 60_000;

/** Role, what it asks for, and how many a shift needs. */
const stands = [
  { role: "bar", qualification: null, minimum: 3, maximum: 5, hours: 4 },
  { role: "grill", qualification: "hygiene", minimum: 2, maximum: 3, hours: 3 },
  { role: "gate", qualification: null, minimum: 2, maximum: 4, hours: 5 },
  { role: "first aid", qualification: "first aid", minimum: 1, maximum: 2, hours: 6 },
  { role: "children", qualification: "youth leader", minimum: 1, maximum: 2, hours: 3 },
  { role: "stage", qualification: null, minimum: 1, maximum: 2, hours: 4 },
  { role: "clearing", qualification: null, minimum: 2, maximum: 4, hours: 2 },
] as const;

const shiftsOf = (days: number) =>
  stands.flatMap(({ hours }, stand) =>
    Array.from({ length: days }, (_, day) => day).flatMap((day) =>
      Array.from({ length: Math.floor(14 / hours) }, (_, turn) => {
        // The stands begin at different half hours, so that their shifts overlap in every way.
        const from = startOfFestival + (day * 1440 + 570 + stand * 30 + turn * hours * 60) * minute;
        return { stand, day, from, to: from + hours * 60 * minute };
      }),
    ),
  );

const dateOf = (day: number): string => `2027-06-${String(11 + day).padStart(2, "0")}`;

/** An invented festival of a town over some days: stands with roles, qualifications, rest times, limits and pairs. */
export const inventFestival = ({ seed, helpers, days = 3 }: Size): Plan => {
  const draw = drawFrom(seed);
  const below = (size: number): number => Math.floor(draw() * size);
  const shifts = shiftsOf(days);
  const people = Array.from({ length: helpers }, (_, index) => ({
    id: `h${index}`,
    name: `Helper ${index}`,
    qualifications: ["hygiene", "first aid", "youth leader"]
      .filter(() => draw() < 0.3)
      .map((qualification) => ({ id: qualification })),
    mostShifts: 1 + below(4),
    mostMinutesADay: draw() < 0.5 ? 360 + 60 * below(5) : null,
    mostMinutesAWeek: draw() < 0.3 ? 600 + 60 * below(8) : null,
    likes: new Set(stands.map((_stand, stand) => stand).filter(() => draw() < 0.5)),
    free: Array.from({ length: days }, () => [draw() < 0.5, draw() < 0.6] as const),
  }));
  const wishes = people.flatMap(({ id, likes, free }) =>
    shifts.flatMap(({ stand, day, from }, index) => {
      const isLate = (from - startOfFestival) / minute - day * 1440 >= 14 * 60;
      if (!free[day]?.[isLate ? 1 : 0]) return [];
      const preference = likes.has(stand) ? 2 + below(2) : draw() < 0.3 ? 1 : 0;
      return preference > 0 ? [{ helper: id, need: `n${index}`, preference }] : [];
    }),
  );
  return Plan.parse({
    kind: "anlaufstelle-plan",
    title: "Stadtfest",
    restMinutes: 30,
    qualifications: ["hygiene", "first aid", "youth leader"].map((id) => ({ id, name: id })),
    roles: stands.map(({ role, qualification }) => ({
      ...{ id: role, name: role, qualifications: qualification ? [qualification] : [] },
    })),
    helpers: people,
    shifts: shifts.map(({ day, from, to }, index) => ({
      ...{ id: `s${index}`, title: "", day: dateOf(day), week: "2027-06-07" },
      ...{ from: new Date(from).toISOString(), to: new Date(to).toISOString() },
    })),
    needs: shifts.map(({ stand }, index) => ({
      ...{ id: `n${index}`, shift: `s${index}`, role: stands[stand]?.role ?? "" },
      ...{ minimum: stands[stand]?.minimum ?? 1, maximum: stands[stand]?.maximum ?? 1 },
    })),
    wishes,
    pairs: Array.from({ length: Math.floor(helpers / 20) }, (_, index) => ({
      ...{ one: `h${index * 2}`, other: `h${index * 2 + 1}`, kind: index % 2 === 0 ? "together" : "apart" },
    })),
  });
};
