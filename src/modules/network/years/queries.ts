import type { Context } from "#core/context.ts";
import {
  circleOf,
  compareYears,
  type Drawing,
  type DrawnActor,
  type DrawnPair,
  narrowDrawing,
  tallyYear,
  type YearChanges,
  yearNetwork,
} from "#methods/network-drawing.ts";
import { growthOf, type Snapshot } from "#methods/network-growth.ts";
import { listPartsOn, type PartOnDay } from "#modules/network/actors/queries.ts";
import type { TieFilter } from "#modules/network/cooperations/queries.ts";
import {
  drawNow,
  findKeptDrawing,
  listMonths,
  type MonthOfNetwork,
  sectors,
} from "#modules/network/growth/queries.ts";
import type { Sector } from "#modules/organizations/vocabulary.ts";

/** What of the network somebody looks at. */
export type Look = TieFilter & {
  readonly year?: number | undefined;
  /** The year beside it. */
  readonly beside?: number | undefined;
  /** Only ties of this sector, within it or to others. */
  readonly sector?: Sector | undefined;
  /** One organization and everybody it is tied to; its short name, or words of its name. */
  readonly organization?: string | undefined;
};

/** An actor of a year. */
export type ActorRow = {
  /** Its place in the drawing. */
  readonly place: number;
  readonly slug: string;
  readonly name: string;
  readonly sector: Sector;
  /** Others it is tied to. */
  readonly ties: number;
  readonly cooperations: number;
  readonly part: PartOnDay["part"] | undefined;
};

/** One year of the network. */
export type Year = {
  readonly year: number;
  readonly on: string;
  readonly measures: Snapshot;
  /** Against the year it is compared with. */
  readonly changes: YearChanges;
  /** Whoever is tied in this year, the most tied first. */
  readonly rows: readonly ActorRow[];
  readonly pairs: readonly DrawnPair[];
  readonly core: number;
  readonly politicalCore: boolean;
};

export type Seen = {
  readonly drawing: Drawing;
  readonly now: Year;
  readonly beside: Year | undefined;
  readonly months: readonly MonthOfNetwork[];
  readonly ego: DrawnActor | undefined;
  /** Who is meant, when the words for an organization fit several. */
  readonly candidates: readonly DrawnActor[];
  /** Names to choose from, the most tied first. */
  readonly names: readonly string[];
  readonly filtered: boolean;
};

const sectorAt = (at: number): Sector => sectors[at] ?? "civil";

// What the shortest paths of a year may cost while somebody waits, in steps over a tie.
const stepsWhileWaiting = 4_000_000;

const measuresOf = (drawing: Drawing, at: number, months: readonly MonthOfNetwork[]): Snapshot => {
  const on = drawing.days[at] ?? "";
  const kept = months.find((month) => month.on === on);
  if (kept) return kept;
  const [measures] = growthOf(yearNetwork(drawing, at, sectors), [on], {
    communities: false,
    steps: stepsWhileWaiting,
  });
  if (!measures) throw new Error("a day was not measured");
  return measures;
};

const yearOf = async (
  ctx: Context,
  drawing: Drawing,
  { at, before, months }: { at: number; before: number | undefined; months: readonly MonthOfNetwork[] },
): Promise<Year> => {
  const on = drawing.days[at] ?? "";
  const parts = await listPartsOn(ctx, on);
  const partOf = new Map(parts.map(({ slug, part }) => [slug, part]));
  const core = parts.filter(({ part }) => part === "core");
  return {
    year: drawing.years[at] ?? 0,
    on,
    measures: measuresOf(drawing, at, months),
    ...compareYears(drawing, before, at),
    rows: tallyYear(drawing, at).map(({ actor, ...counts }) => {
      const [slug, name, sector] = drawing.actors[actor] ?? ["", "", 0];
      return { place: actor, slug, name, sector: sectorAt(sector), ...counts, part: partOf.get(slug) };
    }),
    core: core.length,
    politicalCore: core.some(({ political }) => political),
  };
};

const folded = (words: string): string => words.trim().toLocaleLowerCase("de");

/** Whom the words for an organization mean: one by its short name or its name, else all whose names hold them. */
const meant = ({ actors }: Drawing, words: string | undefined): readonly DrawnActor[] => {
  if (words === undefined || folded(words) === "") return [];
  const exact = actors.find(([slug, name]) => slug === words || folded(name) === folded(words));
  return exact ? [exact] : actors.filter(([, name]) => folded(name).includes(folded(words)));
};

/** The network as far as somebody asked for it, and who was meant. */
const narrowed = (whole: Drawing, { sector, organization }: Look) => {
  const place = sector && sectors.indexOf(sector);
  const some =
    place === undefined
      ? whole
      : narrowDrawing(
          whole,
          (one, other) => whole.actors[one]?.[2] === place || whole.actors[other]?.[2] === place,
        );
  const candidates = meant(some, organization);
  const [ego] = candidates;
  if (!ego || candidates.length > 1) return { drawing: some, ego: undefined, candidates };
  const circle = circleOf(some, some.actors.indexOf(ego));
  return {
    drawing: narrowDrawing(some, (one, other) => circle.has(one) && circle.has(other)),
    ego,
    candidates: [],
  };
};

const mostNames = 200;

/** What of the network somebody asked for, through all years; `kept` when the last job drew it. */
export const drawLook = async (ctx: Context, look: Look) => {
  const { kind, field, topic } = look;
  const isSearched = kind !== undefined || field !== undefined || topic !== undefined;
  const kept = isSearched ? undefined : await findKeptDrawing(ctx);
  const all = kept ?? (await drawNow(ctx, { kind, field, topic }));
  const whole = isSearched ? narrowDrawing(all, () => true) : all;
  const found = narrowed(whole, look);
  const isWhole = found.drawing === whole;
  return { ...found, whole, isKept: kept !== undefined && isWhole, isFiltered: isSearched || !isWhole };
};

/** Everything the page shows: the network of a year, maybe another beside it, and what changed. */
export const lookAt = async (ctx: Context, look: Look): Promise<Seen> => {
  const { drawing, whole, isKept, isFiltered, ego, candidates } = await drawLook(ctx, look);
  const months = await listMonths(ctx);
  const last = drawing.years.length - 1;
  const placeOf = (year: number | undefined): number | undefined => {
    const at = year === undefined ? -1 : drawing.years.indexOf(year);
    return at < 0 ? undefined : at;
  };
  const at = placeOf(look.year) ?? last;
  const before = placeOf(look.beside);
  const measured = isKept ? months : [];
  const now = await yearOf(ctx, drawing, {
    at,
    before: before ?? (at > 0 ? 0 : undefined),
    months: measured,
  });
  const beside =
    before === undefined || before === at
      ? undefined
      : await yearOf(ctx, drawing, { at: before, before: undefined, months: measured });
  return {
    drawing,
    now,
    beside,
    months,
    ego,
    candidates,
    names: tallyYear(whole, last)
      .slice(0, mostNames)
      .flatMap(({ actor }) => whole.actors[actor]?.[1] ?? []),
    filtered: isFiltered,
  };
};
