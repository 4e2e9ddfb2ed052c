/** One tick on the day, as a list, a phone or the person themself made it. */
export type Tick = {
  readonly id: string;
  readonly mark: "arrived" | "left" | "missed" | "excused" | "cleared";
  readonly how: "list" | "code" | "self" | "paper";
  readonly markedAt: Date;
  /** How many of a party; everybody when it was not said. */
  readonly people?: number | null | undefined;
};

export type Span = { readonly startsAt: Date; readonly endsAt: Date };

/** Who was there, from when to when, how many of the party, and the minutes that count for each of them. */
export type Presence = {
  readonly state: "arrived" | "left" | "missed" | "excused";
  readonly arrivedAt: Date | null;
  readonly leftAt: Date | null;
  readonly people: number;
  readonly minutes: number;
};

const minute = 60_000;
/** Who comes earlier than this was early, but did not help yet. */
const earliest = 30 * minute;

/** The order in which marks count: by the moment they were made, and of the same moment always alike. */
const inOrder = (one: Tick, other: Tick): number =>
  +one.markedAt - +other.markedAt || (one.id < other.id ? -1 : 1);

/**
 * Minutes from arrival – not before half an hour ahead of the shift – to leaving, or to the end of the shift. A mark
 * that was made only after the end, or copied from paper, says that somebody was there and not when: the planned length.
 */
const minutesOf = ({ startsAt, endsAt }: Span, arrived: Tick | undefined, leftAt: Date | null): number => {
  const known = arrived && arrived.how !== "paper" && arrived.markedAt < endsAt;
  const from = known ? Math.max(+arrived.markedAt, +startsAt - earliest) : +startsAt;
  const to = leftAt && +leftAt > from ? +leftAt : +endsAt;
  const counted = known || (leftAt && leftAt < endsAt) ? to - from : +endsAt - +startsAt;
  return Math.min(2880, Math.max(0, Math.round(counted / minute)));
};

/**
 * What came of all marks of one sign-up, in whichever order they reached us: the last one wins. Nothing when there is
 * none, or the last one took everything back.
 */
export const presenceOf = (ticks: readonly Tick[], span: Span, party: number): Presence | undefined => {
  let arrived: Tick | undefined;
  let people = party;
  let last: Tick | undefined;
  for (const tick of [...ticks].sort(inOrder)) {
    last = tick;
    if (tick.mark === "arrived") {
      // A second phone that says the same does not move the arrival.
      arrived ??= tick;
      people = Math.min(tick.people ?? party, party);
    } else if (tick.mark !== "left") {
      arrived = undefined;
      people = party;
    }
  }
  if (!last || last.mark === "cleared") return undefined;
  const { mark } = last;
  if (mark === "missed" || mark === "excused")
    return { state: mark, arrivedAt: null, leftAt: null, people: 0, minutes: 0 };
  const leftAt = mark === "left" ? last.markedAt : null;
  return {
    state: mark,
    arrivedAt: arrived?.markedAt ?? span.startsAt,
    leftAt,
    people,
    minutes: minutesOf(span, arrived, leftAt),
  };
};

export type Clocked = { readonly at: Date; readonly moved: boolean };

/**
 * When a mark was really made: the clock of the device, put right by how wrong it was when it sent, never later than
 * it reached us and never long before the shift.
 */
export const boundedTime = (told: Date, ahead: number, now: Date, span: Span): Clocked => {
  const right = +told - ahead;
  const lowest = Math.min(+span.startsAt - 12 * 60 * minute, +now);
  const at = new Date(Math.min(+now, Math.max(lowest, right)));
  return { at, moved: Math.abs(+at - +told) > 2 * minute };
};

export type Count = {
  readonly expected: number;
  readonly here: number;
  readonly gone: number;
  readonly missed: number;
  readonly excused: number;
  readonly open: number;
};

type Counted = {
  readonly party: number;
  readonly state: Presence["state"] | null;
  readonly people: number | null;
};

/** So many are expected, and of them so many are there: in people, parties counted whole. */
export const countPeople = (rows: readonly Counted[]): Count => {
  const sum = (pick: (row: Counted) => number): number => rows.reduce((total, row) => total + pick(row), 0);
  const came = ({ state, people, party }: Counted) => (state === null ? 0 : (people ?? party));
  const there = ({ state }: Counted) => state === "arrived" || state === "left";
  return {
    expected: sum(({ party }) => party),
    here: sum((row) => (row.state === "arrived" ? came(row) : 0)),
    gone: sum((row) => (row.state === "left" ? came(row) : 0)),
    // Of a party that came in part the rest is missing.
    missed: sum((row) => (row.state === "missed" ? row.party : there(row) ? row.party - came(row) : 0)),
    excused: sum((row) => (row.state === "excused" ? row.party : 0)),
    open: sum((row) => (row.state === null ? row.party : 0)),
  };
};
