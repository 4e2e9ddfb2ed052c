import { mondayOf, plusDays } from "#core/local-time.ts";
import type { PhaseKind, Template } from "#modules/participation/vocabulary.ts";

type Weeks = { readonly kind: PhaseKind; readonly weeks: number };

/** How long the phases of a template last, in weeks: what small towns have found to be bearable. */
const lengths: Readonly<Record<Template, readonly Weeks[]>> = {
  fund: [
    { kind: "collect", weeks: 4 },
    { kind: "discuss", weeks: 2 },
    { kind: "refine", weeks: 4 },
    { kind: "decide", weeks: 2 },
    { kind: "followUp", weeks: 26 },
  ],
  square: [
    { kind: "collect", weeks: 4 },
    { kind: "discuss", weeks: 3 },
    { kind: "refine", weeks: 6 },
    { kind: "decide", weeks: 2 },
    { kind: "followUp", weeks: 52 },
  ],
  club: [
    { kind: "collect", weeks: 2 },
    { kind: "discuss", weeks: 2 },
    { kind: "decide", weeks: 1 },
    { kind: "followUp", weeks: 8 },
  ],
  other: [
    { kind: "collect", weeks: 4 },
    { kind: "discuss", weeks: 2 },
    { kind: "decide", weeks: 2 },
    { kind: "followUp", weeks: 12 },
  ],
};

/** The phases of a template with their dates, one after the other from the Monday after next. */
export const templatePhases = (template: Template, today: string) => {
  let next = plusDays(mondayOf(today), 14);
  return lengths[template].map(({ kind, weeks }) => {
    const startsOn = next;
    next = plusDays(startsOn, 7 * weeks);
    return { kind, startsOn, endsOn: plusDays(next, -1) };
  });
};
