import type { Id } from "#core/id.ts";

type PersonId = Id<"person">;
type NeedId = Id<"shiftNeed">;

/** Somebody comes to a place, or does not come to it any more. */
export type Change = {
  readonly personId: PersonId;
  readonly needId: NeedId;
  /** The sign-up that ends; without one somebody is added. */
  readonly signupId?: Id<"signup"> | undefined;
};

export type Why = "past" | "gone" | "overlap" | "full";

export type LeftOut = { readonly change: Change; readonly because: Why };

type Span = { readonly startsAt: Date; readonly endsAt: Date };

/** How things stand now, read under the locks. */
export type Situation = {
  /** Needs that are still ahead; each with its places and whether somebody waits for one. */
  readonly needs: ReadonlyMap<NeedId, Span & { readonly free: number; readonly waiting: number }>;
  /** Places these people hold anywhere. */
  readonly held: ReadonlyMap<PersonId, readonly (Span & { readonly signupId: Id<"signup"> })[]>;
  /** Who may still be given a place. */
  readonly present: ReadonlySet<PersonId>;
};

const collide = (one: Span, other: Span): boolean =>
  one.startsAt < other.endsAt && other.startsAt < one.endsAt;

/**
 * Which of these changes can happen together as things stand now. What no longer fits is left out with its reason; and
 * whoever does not get a new place keeps all the old ones, so that nobody loses anything by it.
 */
export const possible = (
  changes: readonly Change[],
  situation: Situation,
): { readonly changes: readonly Change[]; readonly leftOut: readonly LeftOut[] } => {
  let standing = [...changes];
  const leftOut: LeftOut[] = [];
  for (;;) {
    const wrong = findWrong(standing, situation);
    if (!wrong) return { changes: standing, leftOut };
    leftOut.push(wrong);
    const { personId } = wrong.change;
    standing = standing.filter((one) => one !== wrong.change && !(one.personId === personId && one.signupId));
  }
};

const findWrong = (standing: readonly Change[], situation: Situation): LeftOut | undefined => {
  const ending = new Set(standing.map(({ signupId }) => signupId));
  const room = new Map<NeedId, number>();
  for (const [id, { free, waiting }] of situation.needs) {
    // A place that somebody waits for is theirs as soon as it is free.
    const freed = standing.filter(({ needId, signupId }) => needId === id && signupId).length;
    room.set(id, free + (waiting > 0 ? 0 : freed));
  }
  const given = new Map<PersonId, Span[]>();
  for (const change of standing) {
    if (change.signupId) continue;
    const { personId, needId } = change;
    const need = situation.needs.get(needId);
    if (!need) return { change, because: "past" };
    if (!situation.present.has(personId)) return { change, because: "gone" };
    const staying = (situation.held.get(personId) ?? []).filter(({ signupId }) => !ending.has(signupId));
    const own = given.get(personId) ?? [];
    if ([...staying, ...own].some((other) => collide(other, need))) return { change, because: "overlap" };
    const left = (room.get(needId) ?? 0) - 1;
    if (left < 0) return { change, because: "full" };
    room.set(needId, left);
    given.set(personId, [...own, need]);
  }
  return undefined;
};
