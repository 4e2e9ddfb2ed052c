/** Who asks for every address: one of each role, somebody unknown, and two of the neighboring town. */
export const askers = [
  "visitor",
  "volunteer",
  "neighborhood",
  "representative",
  "otherRepresentative",
  "partner",
  "editor",
  "coordinator",
  "administrator",
  "consortium",
  "chair",
  "juror",
  "foreignCoordinator",
  "foreignVolunteer",
] as const;
export type Asker = (typeof askers)[number];

/** Let in (even if a form is then sent back), asked to sign in, turned away, or told that there is nothing. */
export type Answer = "ok" | "signIn" | "forbidden" | "missing";
type Answers = Readonly<Record<Asker, Answer>>;
export type Group = Readonly<Record<"GET" | "POST", Answers>>;

/** Those whom this town does not know: somebody of the neighboring town is here a visitor like any other. */
export const strangers: readonly Asker[] = ["visitor", "foreignCoordinator", "foreignVolunteer"];

const answering = (answerOf: (asker: Asker) => Answer): Answers =>
  Object.fromEntries(askers.map((asker) => [asker, answerOf(asker)])) as Answers;

/** Everybody is let in, whoever they are. */
export const everybody: Group = { GET: answering(() => "ok"), POST: answering(() => "ok") };

/** There is nothing, whoever asks. */
export const nobody: Group = { GET: answering(() => "missing"), POST: answering(() => "missing") };

type Some = {
  readonly others: "forbidden" | "missing";
  readonly but?: Readonly<Partial<Record<Asker, Answer>>>;
};

/** Only these are let in. Strangers are asked to sign in first, and everybody else gets `others`. */
export const only = (allowed: readonly Asker[], { others, but = {} }: Some): Group => {
  const known = (asker: Asker): Answer => but[asker] ?? (allowed.includes(asker) ? "ok" : others);
  return {
    GET: answering((asker) => (strangers.includes(asker) ? "signIn" : known(asker))),
    POST: answering((asker) => (strangers.includes(asker) ? "forbidden" : known(asker))),
  };
};

/** Whoever is signed in and known in this town. */
export const people = only(
  askers.filter((asker) => !strangers.includes(asker)),
  { others: "forbidden" },
);

export type Lines = readonly (readonly [group: Group, lines: string])[];
