import { isStaff } from "#core/actor.ts";
import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import type { Proposal } from "#modules/participation/schema.ts";
import type { PhaseKind } from "#modules/participation/vocabulary.ts";

type Asker = Pick<Context, "actor">;
type Author = { readonly personId: Id<"person"> };

/** What each phase leaves open: new proposals while it collects, everything else until it is decided about. */
const beforeDecision: readonly PhaseKind[] = ["collect", "discuss", "refine"];

export const takesProposals = (phase: PhaseKind | undefined): boolean => phase === "collect";

/** Proposals are supported, argued about and improved until the decision begins. */
export const takesVoices = (phase: PhaseKind | undefined): boolean =>
  phase !== undefined && beforeDecision.includes(phase);

/** Whether this person is one of the authors. */
export const isAuthor = ({ actor }: Asker, authors: readonly Author[]): boolean =>
  actor.kind === "person" && authors.some(({ personId }) => personId === actor.id);

/** Its authors improve a proposal; the office does so for those that came on paper or from a workshop. */
export const mayEdit = (
  asker: Asker,
  proposal: Pick<Proposal, "how" | "state">,
  authors: readonly Author[],
  phase: PhaseKind | undefined,
): boolean =>
  proposal.state === "published" &&
  takesVoices(phase) &&
  (isAuthor(asker, authors) || (isStaff(asker.actor) && proposal.how !== "online"));
