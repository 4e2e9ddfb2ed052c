const outlines = {
  arrow: "M4 12h15M13 6l6 6-6 6",
  remove: "M5 5l14 14M19 5L5 19",
  yes: "M4 12.5l5.5 5.5L20 7",
  no: "M6 12h12",
  late: "M12 4v10M12 17.5v2.5",
  wait: "M12 3a9 9 0 100 18 9 9 0 000-18M12 7v5l3.5 2",
  info: "M12 10.5V20M12 4v2.5",
  phone: "M6 3h4l2 5-3 2a12 12 0 005 5l2-3 5 2v4c0 1-1 2-2 2C11 20 4 13 4 5c0-1 1-2 2-2z",
  search: "M10.5 4a6.5 6.5 0 100 13 6.5 6.5 0 000-13M15.5 15.5L21 21",
} as const;

export type IconName = keyof typeof outlines;

// A single stroke needs no room to its sides.
const narrow: ReadonlySet<IconName> = new Set(["late", "info"]);

/** A line drawing beside a word that says the same; never alone. */
export const Icon = ({ name }: { readonly name: IconName }) => (
  <svg
    class={narrow.has(name) ? "al-icon al-icon--narrow" : "al-icon"}
    viewBox={narrow.has(name) ? "8 0 8 24" : "0 0 24 24"}
    aria-hidden="true"
    focusable="false"
  >
    <path d={outlines[name]} />
  </svg>
);
