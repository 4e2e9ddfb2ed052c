/** What can happen to a proposal. */
export const stepKinds = [
  "published",
  "edited",
  "merged",
  "split",
  "withdrawn",
  "hidden",
  "shown",
  "answered",
  "checkPassed",
  "checkFailed",
  "onBallot",
  "funded",
  "notFunded",
  "started",
  "progress",
  "done",
  "stopped",
] as const;
export type StepKind = (typeof stepKinds)[number];
