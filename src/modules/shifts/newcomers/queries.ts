import { isStaff } from "#core/actor.ts";
import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import { dayOf, instantAt, weekdayOf } from "#core/local-time.ts";
import { plainWords } from "#methods/likeness.ts";
import { plainText } from "#methods/plain-text.ts";
import { isWithin, readStatedTime, type StatedTime } from "#methods/stated-times.ts";
import { decimal, findColumns, several, type TableProblem } from "#methods/table-file.ts";
import {
  type PersonProblem,
  type PlannedPerson,
  planPeople,
  readPeople,
} from "#modules/people/imports/queries.ts";
import { listMembers, type Preference } from "#modules/shifts/pool/queries.ts";
import { listRoles, listShifts, type Plan, type ShiftRow } from "#modules/shifts/queries.ts";
import { type HelperColumn, helperColumns } from "./vocabulary.ts";

export type NewcomerProblem = PersonProblem | "role" | "times" | "number" | "partner";

type NeedWish = { readonly needId: Id<"shiftNeed">; readonly preference: Preference };

/** Somebody of a table as a helper of this plan: who they are, what they would like, and with whom. */
export type PlannedHelper = {
  readonly person: PlannedPerson;
  readonly state: "new" | "known" | "member" | "double" | "wrong";
  readonly problem: NewcomerProblem | undefined;
  /** The word in the table that could not be understood. */
  readonly about: string | undefined;
  readonly mostShifts: number | undefined;
  readonly hoursADay: number | undefined;
  readonly words: string;
  readonly wishes: readonly NeedWish[];
  /** The lines of the table, or the members of the pool, with whom they want to come. */
  readonly together: readonly (number | Id<"helper">)[];
};

export type NewcomersPlan =
  | { readonly ok: true; readonly helpers: readonly PlannedHelper[] }
  | { readonly ok: false; readonly problem: TableProblem | "noColumns" | "letters" };

type Told = {
  readonly roles: readonly string[];
  readonly times: readonly string[];
  readonly mostShifts: string;
  readonly hoursADay: string;
  readonly together: readonly string[];
  readonly words: string;
};

const minute = 60_000;

// Midnight by the clock of the town: a day with 25 hours counts like any other.
const withinAny = (times: readonly StatedTime[], { startsAt, endsAt }: ShiftRow): boolean => {
  const day = dayOf(startsAt);
  const midnight = +instantAt(day);
  const span = {
    day,
    weekday: weekdayOf(day),
    from: (+startsAt - midnight) / minute,
    to: (+endsAt - midnight) / minute,
  };
  return times.some((time) => isWithin(time, span));
};

/**
 * What somebody said about tasks and times, as wishes: gladly where task and time fit, cannot where the time does
 * not, if need be where only the task is another one. Who says nothing wishes nothing.
 */
export const wishesFrom = (
  shifts: readonly ShiftRow[],
  roleIds: ReadonlySet<Id<"shiftRole">>,
  times: readonly StatedTime[],
): NeedWish[] => {
  if (roleIds.size === 0 && times.length === 0) return [];
  return shifts.flatMap((shift) => {
    const fits = times.length === 0 || withinAny(times, shift);
    return shift.needs.flatMap(({ id, roleId }): NeedWish[] => {
      if (!fits) return [{ needId: id, preference: 0 }];
      if (roleIds.size === 0) return [{ needId: id, preference: 2 }];
      if (roleIds.has(roleId)) return [{ needId: id, preference: 3 }];
      return times.length === 0 ? [] : [{ needId: id, preference: 1 }];
    });
  });
};

const amount = (text: string, most: number): number | undefined | "wrong" => {
  if (text.trim() === "") return undefined;
  const number = decimal(text);
  return number !== undefined && Number.isInteger(number) && number >= 1 && number <= most ? number : "wrong";
};

type Known = {
  readonly shifts: readonly ShiftRow[];
  readonly roles: ReadonlyMap<string, Id<"shiftRole">>;
  readonly lineOf: ReadonlyMap<string, number>;
  readonly memberOf: ReadonlyMap<string, Id<"helper">>;
  readonly members: ReadonlySet<Id<"person">>;
};

type Understood = Pick<
  PlannedHelper,
  "problem" | "about" | "mostShifts" | "hoursADay" | "wishes" | "together" | "words"
>;

const understand = (told: Told, { shifts, roles, lineOf, memberOf }: Known): Understood => {
  const nothing = {
    mostShifts: undefined,
    hoursADay: undefined,
    wishes: [],
    together: [],
    words: told.words,
  };
  const wrong = (problem: NewcomerProblem, about: string): Understood => ({ ...nothing, problem, about });
  const role = told.roles.find((name) => !roles.has(plainWords(name)));
  if (role !== undefined) return wrong("role", role);
  const time = told.times.find((words) => !readStatedTime(words));
  if (time !== undefined) return wrong("times", time);
  const [mostShifts, hoursADay] = [amount(told.mostShifts, 100), amount(told.hoursADay, 24)];
  if (mostShifts === "wrong") return wrong("number", told.mostShifts);
  if (hoursADay === "wrong") return wrong("number", told.hoursADay);
  const partner = told.together.find(
    (name) => !lineOf.has(plainWords(name)) && !memberOf.has(plainWords(name)),
  );
  if (partner !== undefined) return wrong("partner", partner);
  const roleIds = new Set(told.roles.flatMap((name) => roles.get(plainWords(name)) ?? []));
  const times = told.times.flatMap((words) => readStatedTime(words) ?? []);
  return {
    problem: undefined,
    about: undefined,
    mostShifts,
    hoursADay,
    wishes: wishesFrom(shifts, roleIds, times),
    together: told.together.flatMap(
      (name) => lineOf.get(plainWords(name)) ?? memberOf.get(plainWords(name)) ?? [],
    ),
    words: told.words,
  };
};

const planned = (person: PlannedPerson, told: Told, known: Known): PlannedHelper => {
  const understood = understand(told, known);
  const problem = person.problem ?? understood.problem;
  const isMember = person.known !== undefined && known.members.has(person.known.id);
  const state = problem ? "wrong" : person.state === "known" && isMember ? "member" : person.state;
  return { ...understood, person, state, problem };
};

/** The helpers of a table, and what would become of each: nothing is written. */
export const planHelpers = async (ctx: Context, plan: Plan, content: string): Promise<NewcomersPlan> => {
  if (/\uFFFD|Ã[¤¶¼ŸÄÖÜ\u009f]/u.test(content)) return { ok: false, problem: "letters" };
  const table = readPeople(content);
  if (!table.ok) return { ok: false, problem: table.problem };
  if (table.people.length === 0) return { ok: false, problem: "empty" };
  const columns: Readonly<Partial<Record<HelperColumn, string>>> = findColumns(table.headings, helperColumns);
  const members = await listMembers(ctx, plan.id);
  const pool = new Set(members.map(({ personId }) => personId));
  const people = await planPeople(
    ctx,
    table.people.map(({ draft }) => draft),
    { pool, seesAll: isStaff(ctx.actor) },
  );
  const known: Known = {
    shifts: await listShifts(ctx, plan.id, { from: ctx.now, limit: 1_000 }),
    roles: new Map((await listRoles(ctx, plan.id)).map(({ id, name }) => [plainWords(name), id])),
    lineOf: new Map(table.people.map(({ draft }) => [plainWords(draft.name), draft.line])),
    memberOf: new Map(members.map(({ id, name }) => [plainWords(name), id])),
    members: pool,
  };
  const helpers = table.people.flatMap(({ cells }, index): PlannedHelper[] => {
    const person = people[index];
    const read = (name: HelperColumn) => (columns[name] === undefined ? "" : (cells[columns[name]] ?? ""));
    const told: Told = {
      roles: several(read("roles")),
      times: several(read("times")),
      mostShifts: read("mostShifts"),
      hoursADay: read("hoursADay"),
      together: several(read("together")),
      words: plainText(read("words")).replace(/\s+/gu, " ").slice(0, 500),
    };
    return person ? [planned(person, told, known)] : [];
  });
  return { ok: true, helpers };
};
