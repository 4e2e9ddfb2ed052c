import type { AssignmentProblem, Need } from "./assignment.ts";
import { byHelper, cliquesOf, mostMinutes } from "./assignment-conflicts.ts";
import type { Part, Room } from "./assignment-room.ts";

/**
 * A part as a network: a need leads to the times of people who could take it, a time to its person, a person to the
 * end, and a place may stay empty at its price. Numbers are positions within the part.
 */
export type Network = {
  readonly needs: readonly number[];
  readonly helpers: readonly number[];
  /** Edges of need n: from `starts[n]` up to `starts[n + 1]`, each with its option, the time it takes, and its cost. */
  readonly starts: Int32Array;
  readonly option: Int32Array;
  readonly time: Int32Array;
  readonly cost: Float64Array;
  /** The best score, which costs nothing. */
  readonly top: number;
  readonly ownerOfTime: Int32Array;
  /** Times of helper h: from `timesFrom[h]` up to `timesFrom[h + 1]`. */
  readonly timesFrom: Int32Array;
};

type Sorted = { readonly keys: readonly number[]; readonly starts: Int32Array; readonly order: Int32Array };

/** Counts options into the order of their helpers or needs, so that those of one lie side by side. */
const sortBy = (
  { options }: AssignmentProblem,
  part: Part,
  side: "helper" | "need",
  size: number,
): Sorted => {
  const counts = new Int32Array(size + 1);
  for (const index of part.options) {
    const at = (options[index]?.[side] ?? 0) + 1;
    counts[at] = (counts[at] ?? 0) + 1;
  }
  const keys: number[] = [];
  for (let key = 0; key < size; key += 1) {
    if ((counts[key + 1] ?? 0) > 0) keys.push(key);
    counts[key + 1] = (counts[key + 1] ?? 0) + (counts[key] ?? 0);
  }
  const starts = Int32Array.from([...keys.map((key) => counts[key] ?? 0), part.options.length]);
  const order = new Int32Array(part.options.length);
  for (const index of part.options) {
    const key = options[index]?.[side] ?? 0;
    const at = counts[key] ?? 0;
    order[at] = index;
    counts[key] = at + 1;
  }
  return { keys, starts, order };
};

/** The network of a part; undefined where overlaps, minutes or pairs say more than a flow can. */
export const buildNetwork = (problem: AssignmentProblem, room: Room, part: Part): Network | undefined => {
  if (part.bonds.length > 0 || !areMinutesFree(problem, room, part)) return undefined;
  const own = sortBy(problem, part, "helper", problem.helpers.length);
  if (!own.keys.every((helper) => isConvex(problem.helpers[helper]?.further ?? []))) return undefined;
  const timeOf = new Int32Array(problem.options.length);
  const timesFrom = new Int32Array(own.keys.length + 1);
  let times = 0;
  for (let position = 0; position < own.keys.length; position += 1) {
    const list = own.order.subarray(own.starts[position], own.starts[position + 1]);
    times = nameTimes(problem, list, times, timeOf);
    if (times < 0) return undefined;
    timesFrom[position + 1] = times;
  }
  const ownerOfTime = new Int32Array(times);
  for (let position = 0; position < own.keys.length; position += 1)
    ownerOfTime.fill(position, timesFrom[position], timesFrom[position + 1]);
  const { keys: needs, starts, order: option } = sortBy(problem, part, "need", problem.needs.length);
  const time = new Int32Array(option.length);
  const cost = new Float64Array(option.length);
  let top = 0;
  for (const index of option) top = Math.max(top, problem.options[index]?.score ?? 0);
  for (let edge = 0; edge < option.length; edge += 1) {
    const index = option[edge] ?? 0;
    time[edge] = timeOf[index] ?? 0;
    cost[edge] = top - (problem.options[index]?.score ?? 0);
  }
  return { needs, helpers: own.keys, starts, option, time, cost, top, ownerOfTime, timesFrom };
};

const known = new WeakMap<readonly number[], boolean>();

/** Never falling, which many helpers share. */
const isConvex = (further: readonly number[]): boolean => {
  const before = known.get(further);
  if (before !== undefined) return before;
  const answer = further.every((cost, index) => cost >= 0 && cost >= (further[index - 1] ?? 0));
  known.set(further, answer);
  return answer;
};

/**
 * Gives each option of one helper a time, so that options collide exactly when they share it; answers the next free
 * number, or -1 where one option collides with two that do not collide with each other.
 */
const nameTimes = (
  { options, needs, rest }: AssignmentProblem,
  list: Int32Array,
  first: number,
  timeOf: Int32Array,
): number => {
  const placeOf = (index: number): Need | undefined => needs[options[index]?.need ?? -1];
  // Few options a person: sorted by insertion.
  for (let at = 1; at < list.length; at += 1) {
    const moving = list[at] ?? 0;
    const start = placeOf(moving)?.from ?? 0;
    let to = at;
    for (; to > 0 && (placeOf(list[to - 1] ?? 0)?.from ?? 0) > start; to -= 1) list[to] = list[to - 1] ?? 0;
    list[to] = moving;
  }
  let time = first - 1;
  let [firstEnd, lastEnd] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const index of list) {
    const place = placeOf(index);
    if (!place) continue;
    const end = place.to + rest;
    if (place.from >= lastEnd) {
      time += 1;
      [firstEnd, lastEnd] = [end, end];
    } else if (place.from >= firstEnd) return -1;
    else [firstEnd, lastEnd] = [Math.min(firstEnd, end), Math.max(lastEnd, end)];
    timeOf[index] = time;
  }
  return time + 1;
};

/** Whether nobody could come for more minutes than they may, whatever is chosen. */
const areMinutesFree = (problem: AssignmentProblem, room: Room, part: Part): boolean => {
  const limited = part.options.filter((index) => {
    const helper = problem.helpers[problem.options[index]?.helper ?? -1];
    return helper !== undefined && (helper.mostMinutesADay !== null || helper.mostMinutesAWeek !== null);
  });
  for (const [helper, own] of byHelper(problem, limited)) {
    const cliques = cliquesOf(own, problem.rest);
    for (const [when, minutes] of mostMinutes(own, cliques, "day"))
      if (minutes > (room.dayLeft(helper, when) ?? minutes)) return false;
    for (const [when, minutes] of mostMinutes(own, cliques, "week"))
      if (minutes > (room.weekLeft(helper, when) ?? minutes)) return false;
  }
  return true;
};
