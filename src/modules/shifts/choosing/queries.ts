import * as z from "zod";
import type { Context } from "#core/context.ts";
import { found } from "#core/errors.ts";
import type { Id } from "#core/id.ts";
import { many } from "#core/input.ts";
import { dayOf } from "#core/local-time.ts";
import { findOpportunityBySlug } from "#modules/opportunities/queries.ts";
import { type Candidate, type Fit, findCandidate, fitOf } from "#modules/shifts/admission/queries.ts";
import { type Held, listHeld, liveStates, overlaps } from "#modules/shifts/places/queries.ts";
import {
  findPlan,
  listRoles,
  listShifts,
  type Need,
  type Plan,
  type Role,
  type ShiftRow,
} from "#modules/shifts/queries.ts";
import type { Signup } from "#modules/shifts/schema.ts";
import { signupsOf } from "#modules/shifts/signups/queries.ts";
import { say } from "./messages.ts";

const id = z.string().regex(/^[0-9a-f-]{36}$/u);

/** What one looks for; it stands in the address. */
export const Search = z.object({
  tag: z.iso.date().optional().catch(undefined),
  rolle: id.optional().catch(undefined),
  kann: z.string().optional(),
  frei: z.string().optional(),
  platz: many(id, 60).catch([]),
});
export type Search = z.output<typeof Search>;

/** One place one could take: the shift, the need, and how it stands with the reader. */
export type Row = {
  readonly shift: ShiftRow;
  readonly need: Need;
  readonly role: Role | undefined;
  readonly free: number;
  /** Null for visitors, of whom nothing is known. */
  readonly fit: Fit | null;
  /** The reader's own sign-up here, while it runs. */
  readonly own:
    | { readonly id: Id<"signup">; readonly state: Signup["state"]; readonly number: number }
    | undefined;
  /** Where the reader is already at that time. */
  readonly elsewhere: Held | undefined;
};

export type Choice = {
  readonly plan: Plan;
  readonly roles: readonly Role[];
  /** All days with shifts ahead. */
  readonly days: readonly string[];
  readonly rows: readonly Row[];
};

type Reader = {
  readonly candidate: Candidate;
  readonly held: readonly Held[];
  readonly own: ReadonlyMap<string, Row["own"]>;
};

const most = 300;

const readerOf = async (ctx: Context, shifts: readonly ShiftRow[]): Promise<Reader | undefined> => {
  const [first, last] = [shifts.at(0), shifts.at(-1)];
  if (ctx.actor.kind !== "person" || !first || !last) return undefined;
  const me = ctx.actor.id;
  const end = new Date(Math.max(...shifts.map(({ endsAt }) => +endsAt)));
  const own = await signupsOf(ctx, me, { states: liveStates, from: ctx.now, limit: most });
  return {
    candidate: await findCandidate(ctx, me),
    held: await listHeld(ctx, me, first.startsAt, end),
    own: new Map(own.map((one) => [one.needId, { id: one.id, state: one.state, number: one.number }])),
  };
};

const rowOf = (shift: ShiftRow, need: Need, role: Role | undefined, reader: Reader | undefined): Row => {
  const asks = {
    minimumAge: role?.minimumAge ?? null,
    qualificationIds: role?.qualifications.map((one) => one.id) ?? [],
    startsAt: shift.startsAt,
  };
  return {
    shift,
    need,
    role,
    free: Math.max(0, need.maximum - need.taken),
    fit: reader ? fitOf(reader.candidate, asks) : null,
    own: reader?.own.get(need.id),
    elsewhere: reader?.held.find((one) => one.needId !== need.id && overlaps(one, shift)),
  };
};

/** The shifts ahead of an offer, place by place, as they stand with whoever looks. */
export const findChoice = async (ctx: Context, slug: string): Promise<Choice> => {
  const offer = found(await findOpportunityBySlug(ctx, slug));
  const plan = found(await findPlan(ctx, offer.id));
  const shifts = (await listShifts(ctx, offer.id, { from: ctx.now, limit: most })).filter(
    ({ startsAt }) => startsAt > ctx.now,
  );
  const roles = await listRoles(ctx, offer.id, { withRetired: true });
  const byId = new Map(roles.map((role) => [role.id, role]));
  const reader = await readerOf(ctx, shifts);
  const rows = shifts.flatMap((shift) =>
    shift.needs.map((need) => rowOf(shift, need, byId.get(need.roleId), reader)),
  );
  const days = [...new Set(shifts.map(({ startsAt }) => dayOf(startsAt)))];
  return { plan, roles, days, rows };
};

/** May this place be chosen at all? A full one can, to wait for it. */
export const isOpen = ({ fit, own }: Row): boolean =>
  own === undefined && fit !== "age" && fit !== "qualification";

/** The rows that fit what one looks for. */
export const narrowed = (rows: readonly Row[], { tag, rolle, kann, frei }: Search): readonly Row[] =>
  rows.filter(
    (row) =>
      (!tag || dayOf(row.shift.startsAt) === tag) &&
      (!rolle || row.need.roleId === rolle) &&
      (!kann || (isOpen(row) && !row.elsewhere && row.free > 0)) &&
      (!frei || row.free > 0),
  );

export type Trouble =
  | { readonly kind: "together"; readonly with: Row }
  | { readonly kind: "elsewhere"; readonly with: Held }
  | { readonly kind: "rest"; readonly minutes: number };

const minute = 60_000;
type Span = { readonly startsAt: Date; readonly endsAt: Date };

const restBetween = (one: Span, other: Span): number =>
  Math.round(Math.max(+other.startsAt - +one.endsAt, +one.startsAt - +other.endsAt) / minute);

/** What somebody should know of one place of their choice: what it clashes with, and where there is little rest. */
export const troublesOf = (row: Row, chosen: readonly Row[], restMinutes: number): readonly Trouble[] => {
  const others = chosen.filter(({ need }) => need.id !== row.need.id);
  const together = others.find(({ shift }) => overlaps(shift, row.shift));
  const rests = others
    .map(({ shift }) => restBetween(shift, row.shift))
    .filter((rest) => rest >= 0 && rest < restMinutes);
  return [
    ...(together ? [{ kind: "together", with: together } as const] : []),
    ...(row.elsewhere && row.free > 0 ? [{ kind: "elsewhere", with: row.elsewhere } as const] : []),
    ...(rests.length > 0 ? [{ kind: "rest", minutes: Math.min(...rests) } as const] : []),
  ];
};

/** How many places a row still has, in words. */
export const seatsOf = (ctx: Context, { free, need }: Pick<Row, "free" | "need">): string => {
  const words = say(ctx);
  if (free > 0) return words("seats", { n: free });
  return need.waiting > 0 ? words("waiting", { n: need.waiting }) : words("full");
};

/** What one should know of a role, said once for all its places: what one does, from which age, and with which proof. */
const roleRemarks = (ctx: Context, role: Role): string => {
  const words = say(ctx);
  const needed = role.qualifications.map(({ name }) => name).join(", ");
  return [
    role.description,
    role.minimumAge && words("age", { age: role.minimumAge }),
    needed && words("needs", { list: needed }),
  ]
    .filter(Boolean)
    .join(" · ");
};

/** What one should know of one place; that a proof is needed in two words, for the role says which. */
export const remarksOf = (ctx: Context, { shift, need, role, own }: Row): string => {
  const words = say(ctx);
  return [
    shift.title,
    shift.whereText,
    shift.words,
    !own && need.taken < need.minimum && words("thin"),
    role && role.qualifications.length > 0 && words("proof"),
  ]
    .filter(Boolean)
    .join(" · ");
};

/** What the roles of these rows ask for, each said once. */
export const roleNotes = (ctx: Context, { roles }: Pick<Choice, "roles">, rows: readonly Row[]) =>
  roles
    .filter((role) => rows.some(({ need }) => need.roleId === role.id))
    .map((role) => [role.name, roleRemarks(ctx, role)] as const)
    .filter(([, remarks]) => remarks !== "");

/** The rows worth seeing at once, and those that are full and neither chosen nor one's own. */
export const folded = (rows: readonly Row[], { platz }: Pick<Search, "platz">) => {
  const isShown = ({ free, own, need }: Row) => free > 0 || own !== undefined || platz.includes(need.id);
  return { shown: rows.filter(isShown), full: rows.filter((row) => !isShown(row)) };
};

/** What the page says on top, by how the plan is made. */
export const leadOf = (ctx: Context, { mode }: Choice["plan"]): string | undefined => {
  if (mode === "closed") return undefined;
  return say(ctx)(mode === "wishes" ? "leadWishes" : "lead");
};
