import type { Thing } from "#core/traceable.ts";

const following = "/faden";
const tying = "/buero/faden";

/** Every address of the threads. */
export const paths = {
  root: following,
  officeRoot: tying,
  following: ({ kind, id }: Thing) => `${following}/${kind}/${id}`,
  tying: ({ kind, id }: Thing) => `${tying}/${kind}/${id}`,
  breaks: `${tying}/luecken`,
  untying: ({ kind, id }: Thing) => `${tying}/${kind}/${id}/loesen`,
} as const;
