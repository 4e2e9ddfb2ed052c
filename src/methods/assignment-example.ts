import type { NumberedFile } from "./assignment-file.ts";

/** Even numbers below 1 from a seed, the same ones every time (mulberry32). */
export const drawFrom = (seed: number) => {
  let state = seed >>> 0;
  return (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

type Size = {
  readonly seed: number;
  readonly volunteers: number;
  readonly shifts: number;
  readonly mode: "grid" | "free";
};

const days = 14;
const partsOfDay = [480, 660, 840, 1080] as const;
const town = 20;

/** Mostly the first of so many, seldom the last. */
const rarely = (draw: () => number, size: number): number =>
  Math.min(size - 1, Math.floor(size * draw() ** 2.2));

/** An invented town of volunteers and shifts over two weeks: evenings and weekends, skills, and ways that are too far. */
export const inventNumbered = ({ seed, volunteers, shifts, mode }: Size): NumberedFile => {
  const draw = drawFrom(seed);
  const below = (size: number): number => Math.floor(draw() * size);
  const slotOf = (evenings: number): number => {
    const day = below(days);
    return day * 4 + (day % 7 >= 5 ? below(4) : draw() < evenings ? 3 : below(4));
  };
  const people = Array.from({ length: volunteers }, () => ({
    ...{ x: draw() * town, y: draw() * town, reach: 2 + draw() * 8, age: 14 + below(70), max: 1 + below(3) },
    skills: new Set(Array.from({ length: 1 + below(4) }, () => rarely(draw, 30))),
    interests: new Set(Array.from({ length: 1 + below(3) }, () => below(15))),
    slots: new Set(Array.from({ length: 3 + below(8) }, () => slotOf(0.6))),
  }));
  const tasks = Array.from({ length: shifts }, () => {
    const slot = slotOf(0.45);
    const start = Math.floor(slot / 4) * 1440 + (partsOfDay[slot % 4] ?? 0);
    const from = mode === "free" ? start + below(8) * 15 - 60 : start;
    const to = mode === "free" ? from + 120 + below(17) * 15 : from + 180;
    const skill = draw() < 0.6 ? rarely(draw, 30) : -1;
    const age = draw() < 0.5 ? 18 : 14;
    return {
      x: draw() * town,
      y: draw() * town,
      skill,
      age,
      field: below(15),
      slot,
      from,
      to,
      need: 1 + below(6),
    };
  });
  const edges = people.flatMap((person, volunteer) =>
    tasks.flatMap((task, shift): [number, number, number][] => {
      const knows = person.skills.has(task.skill);
      if (!person.slots.has(task.slot) || person.age < task.age || (task.skill > 8 && !knows)) return [];
      const distance = Math.hypot(person.x - task.x, person.y - task.y);
      if (distance > person.reach) return [];
      const near = 400 * (1 - distance / 10);
      const score = near + (person.interests.has(task.field) ? 350 : 0) + (knows ? 200 : 0) + draw() * 50;
      return [[volunteer, shift, Math.max(1, Math.round(score))]];
    }),
  );
  return {
    mode,
    big: 100_000,
    fair: [0, 30, 60, 120, 240, 480],
    volunteers: people.map(({ max }) => ({ max })),
    shifts: tasks.map(({ slot, from, to, need }) => ({ slot, from, to, need })),
    edges,
  };
};
